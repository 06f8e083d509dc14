import { text } from '#lib/forms/schema.server.ts';

/** What `pick-fields.svelte` sends of a picked time, for the schema of a form. */
export const pickedFields = {
  startsAt: text,
  endsAt: text,
  unitId: text.transform((id) => id || null),
  /** Makes repetitions of one wish recognisable. */
  key: text,
};
