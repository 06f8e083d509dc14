import { longestSearch } from '../../../platform/search/words.rules.ts';
import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { textProblem } from '../../../shared/text/text.rules.ts';
import { keyProblem } from '../../directory/search/place-filter.rules.ts';
import type { ExchangeSubject, PostKind } from '../posts/post.enums.ts';

/** Which posts; everything given must hold, and what is null, false or empty is not asked for. */
export interface PostFilter {
  readonly kinds?: readonly PostKind[] | null;
  readonly text?: string | null;
  /** Slugs. */
  readonly city?: string | null;
  readonly centre?: string | null;
  /** Key of an equipment type. */
  readonly equipmentType?: string | null;
  /** BCP 47 tags. */
  readonly languages?: readonly string[] | null;
  readonly subjects?: readonly ExchangeSubject[] | null;
  /** Neither over nor past their last day. */
  readonly current?: boolean | null;
  /** The actor's own. */
  readonly mine?: boolean | null;
}

/** More languages than anybody reads; those behind do not count. */
export const mostLanguages = 20;

/** Everything that is wrong with a filter; a name that nothing bears just finds nothing. */
export function filterProblems(filter: PostFilter): FieldProblem[] {
  const text = textProblem(filter.text ?? '', { minimum: 0, maximum: longestSearch });
  return [
    ...(text ? [{ field: 'text', message: text }] : []),
    ...keyProblem('city', filter.city),
    ...keyProblem('centre', filter.centre),
    ...keyProblem('equipmentType', filter.equipmentType),
    ...(filter.languages ?? []).slice(0, mostLanguages).flatMap((tag) => keyProblem('languages', tag)),
  ];
}
