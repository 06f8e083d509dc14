import type { InferClassEntityDB } from '@mikro-orm/sql';
import type { ColumnType } from 'kysely';
import type { entities } from './entities.ts';
import type { FrozenRules } from './modules/booking/bookings/booking.entity.ts';
import type { EquipmentTexts } from './modules/equipment/items/equipment.entity.ts';
import type { Attribute, AttributeValues } from './modules/vocabulary/attributes/attribute.rules.ts';
import type { PictureSize } from './platform/pictures/photographs/photograph.rules.ts';

type Inferred = InferClassEntityDB<(typeof entities)[number]>;
type Translations = Record<string, string>;

/** JSON columns and pivots, which the inference leaves out. */
interface Extra {
  city: { names: Translations };
  equipment_type: { names: Translations; words: Record<string, string[]>; attributes: Attribute[] };
  equipment: { attributes: AttributeValues; translations: Record<string, EquipmentTexts> };
  opening_exception: { messages: Translations };
  closure: { messages: Translations };
  booking: { terms: FrozenRules };
  picture: { sizes: ColumnType<PictureSize[], string, string> };
  picture_use: { alt: ColumnType<Translations, string, string> };
  logged_event: { subject: Record<string, string> };
  undo_step: { before: Readonly<Record<string, unknown>> };
  installation_fact: { value: unknown };
}

type AllTables = {
  [T in keyof Inferred]: T extends keyof Extra ? Inferred[T] & Extra[T] : Inferred[T];
} & { post_equipment_type: { post_id: string; type_key: string } };

declare module './platform/database/tables.ts' {
  interface Tables extends AllTables {}
}
