import type { Kysely } from 'kysely';

/** Every table's columns as readers see them; `src/tables.ts` fills it with what the entities of the modules declare. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging, so that the platform knows no module.
export interface Tables {}

/** Rows over the connection, or over the transaction that the entity manager is in. */
export type Database = Kysely<Tables>;
