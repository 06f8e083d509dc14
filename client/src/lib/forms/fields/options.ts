import type { Format } from '#lib/i18n/format.ts';

/** A choice in a list. */
export interface Option {
  readonly value: string;
  readonly label: string;
}

/** Choices in the order of the alphabet. */
export const sorted = <Choice extends { readonly label: string }>(
  choices: readonly Choice[],
  format: Format,
): Choice[] => choices.toSorted((one, other) => format.compare(one.label, other.label));

/** Named things, such as cities or types of equipment, as choices in the order of the alphabet. */
export const optionsOf = (
  things: readonly ({ readonly name: string } & ({ readonly slug: string } | { readonly key: string }))[],
  format: Format,
): Option[] =>
  sorted(
    things.map((thing) => ({ value: 'slug' in thing ? thing.slug : thing.key, label: thing.name })),
    format,
  );
