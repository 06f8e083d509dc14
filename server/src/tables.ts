import type { InferClassEntityDB } from '@mikro-orm/sql';
import type { Kysely } from 'kysely';
import type { entities } from './entities.ts';
import type { FrozenTerms } from './modules/booking/bookings/booking.entity.ts';

type Inferred = InferClassEntityDB<(typeof entities)[number]>;
type Translations = Record<string, string>;

/** JSON columns and pivots, which the inference leaves out. */
interface Extra {
  city: { names: Translations };
  equipment_type: { names: Translations };
  opening_exception: { messages: Translations };
  booking: { terms: FrozenTerms };
  logged_event: { subject: Record<string, string> };
  installation_fact: { value: unknown };
}

/** Every table's columns as readers see them, inferred from the entities. */
export type Tables = {
  [T in keyof Inferred]: T extends keyof Extra ? Inferred[T] & Extra[T] : Inferred[T];
} & { post_equipment_type: { post_id: string; type_key: string } };

/** Rows over the connection, or over the transaction that the entity manager is in. */
export type Database = Kysely<Tables>;
