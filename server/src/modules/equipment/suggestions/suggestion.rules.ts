import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { textProblem } from '../../../shared/text/text.rules.ts';
import { keyProblem } from '../../directory/search/place-filter.rules.ts';
import { byLikeness, type Likeness, likeness, type Meant } from './likeness.rules.ts';

/** The longest text for which something is suggested, in characters. */
export const longestMade = 100;
/** The most suggestions of one answer. */
export const mostSuggestions = 20;

/** What somebody wants to make or find, as they typed it. */
export interface Sought {
  readonly text: string;
  readonly city?: string | null | undefined;
  readonly first: number;
}

/** Everything that is wrong with a question for suggestions. */
export function suggestionProblems({ text, city, first }: Sought): FieldProblem[] {
  const message = textProblem(text, { minimum: 0, maximum: longestMade });
  return [
    ...(message ? [{ field: 'text', message }] : []),
    ...keyProblem('city', city),
    ...(first >= 1 && first <= mostSuggestions
      ? []
      : [{ field: 'first', message: { key: 'errors.pageSize', parameters: { largest: mostSuggestions } } as const }]),
  ];
}

/** A thing that may be meant, and how much. */
export interface Ranked<Thing> {
  readonly thing: Thing;
  readonly likeness: Likeness;
}

/** Those of some things that a text may mean, the likest first; others keep their order. */
export function ranked<Thing>(
  words: readonly string[],
  things: readonly Thing[],
  meant: (thing: Thing) => Meant,
): Ranked<Thing>[] {
  return things
    .flatMap((thing) => {
      const found = likeness(words, meant(thing));
      return found ? [{ thing, likeness: found }] : [];
    })
    .sort((a, b) => byLikeness(a.likeness, b.likeness));
}

/** Machines of a type. */
export interface Machines {
  /** Undefined where no city was named. */
  readonly inCity: number | undefined;
  readonly inNetwork: number;
}

/** Of what is as much meant, that of which there is more in the city, then in the network, comes first. */
export const byMachines = <Thing extends Machines>(a: Ranked<Thing>, b: Ranked<Thing>): number =>
  byLikeness(a.likeness, b.likeness) ||
  (b.thing.inCity ?? 0) - (a.thing.inCity ?? 0) ||
  b.thing.inNetwork - a.thing.inNetwork;
