import { type Near, nearProblems, usualRadius } from '../../../platform/search/near.rules.ts';
import { longestSearch } from '../../../platform/search/words.rules.ts';
import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { textProblem } from '../../../shared/text/text.rules.ts';

/** Where and what is searched, as a client may write it. */
export interface PlaceInput {
  readonly text?: string | null | undefined;
  readonly city?: string | null | undefined;
  readonly country?: string | null | undefined;
  readonly near?:
    | { readonly latitude: number; readonly longitude: number; readonly within?: number | null | undefined }
    | null
    | undefined;
}

/** Where and what is searched; what was not asked for is left out. */
export interface PlaceFilter {
  readonly text?: string;
  /** Slug. */
  readonly city?: string;
  /** ISO 3166-1 alpha-2. */
  readonly country?: string;
  readonly near?: Near;
}

const longestKey = 80;

/** Slugs, keys and other short names must at least be text; one that nothing bears just finds nothing. */
export function keyProblem(field: string, value: string | null | undefined): FieldProblem[] {
  const message = value && textProblem(value, { minimum: 0, maximum: longestKey });
  return message ? [{ field, message }] : [];
}

/** A country code is two letters. */
export function countryProblem(field: string, value: string | null | undefined): FieldProblem[] {
  if (value === null || value === undefined || /^[A-Za-z]{2}$/.test(value)) return [];
  return [{ field, message: { key: 'directory.countryCode' } }];
}

/** Everything that is wrong with a place search. */
export function placeProblems({ text, city, country, near }: PlaceInput): FieldProblem[] {
  const spoken = text && textProblem(text, { minimum: 0, maximum: longestSearch });
  return [
    ...(spoken ? [{ field: 'text', message: spoken }] : []),
    ...keyProblem('city', city),
    ...countryProblem('country', country),
    ...(near ? nearProblems(circleOf(near)) : []),
  ];
}

/** A place search without what was left empty. */
export function placeFilter({ text, city, country, near }: PlaceInput): PlaceFilter {
  return {
    ...(text?.trim() && { text: text.trim() }),
    ...(city && { city }),
    ...(country && { country: country.toUpperCase() }),
    ...(near && { near: circleOf(near) }),
  };
}

const circleOf = (near: NonNullable<PlaceInput['near']>): Near => ({ ...near, within: near.within ?? usualRadius });
