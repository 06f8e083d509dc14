import * as z from 'zod';

// What fields of forms send, for `z.object({ … })`. A field that is missing, or a file in its place, counts as empty.

/** Text as it was typed. */
export const text = z.string().catch('');

/** Text without spaces around it; null where nothing is left. */
export const textOrNull = text.transform((value) => value.trim() || null);

/** A whole number in a hidden field, such as a version; 0 where it is none. */
export const whole = z.coerce.number().int().catch(0);

/** A box to tick. */
export const ticked = z
  .literal('on')
  .transform(() => true)
  .catch(false);

/** One of a few values; the first where the form says another. */
export const oneOf = <const Value extends string>(values: readonly [Value, ...Value[]]) =>
  z.enum(values).catch(values[0]);

/** All values under one name. */
export const several = z.preprocess(
  (value) => [value].flat().filter((each) => typeof each === 'string'),
  z.array(z.string()),
);
