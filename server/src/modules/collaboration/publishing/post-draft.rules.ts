import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { oneLine } from '../../../shared/text/text.rules.ts';
import type { ExchangeSubject, ExchangeTerms, PostAudience, PostKind } from '../posts/post.enums.ts';
import { languageTag } from '../posts/post.rules.ts';
import { eventTime } from './event-time.rules.ts';
import {
  bodyProblems,
  type EventDraft,
  type ExchangeDraft,
  equipmentProblems,
  eventProblems,
  exchangeProblems,
  isGiven,
  problem,
  titleProblems,
} from './post-fields.rules.ts';

/** What somebody wants to publish, as it came in. */
export interface PostDraft {
  readonly kind: PostKind;
  readonly title: string;
  readonly body: string;
  readonly language: string;
  readonly audience: PostAudience;
  /** Slugs. */
  readonly city?: string | null;
  readonly centre?: string | null;
  /** Keys. */
  readonly equipmentTypes?: readonly string[] | null;
  /** Of an offer or a request. */
  readonly exchange?: ExchangeDraft;
  /** Of an event. */
  readonly event?: EventDraft;
}

/** What is known of the things that a draft names; undefined where there is no such thing. */
export interface DraftReferences {
  readonly city?: { readonly id: string; readonly zone: string } | null;
  readonly centre?: { readonly id: string; readonly cityId: string; readonly zone: string } | null;
  /** Keys of those equipment types of the draft that exist. */
  readonly equipmentTypes: readonly string[];
  /** Whether the author is a member or on the staff of the home centre. */
  readonly belongsToCentre: boolean;
  readonly now: Date;
}

/** A draft without problems, in the terms of the database. */
export interface SettledPost {
  readonly kind: PostKind;
  readonly title: string;
  readonly language: string;
  readonly audience: PostAudience;
  readonly cityId: string;
  readonly centreId: string | null;
  readonly equipmentTypes: readonly string[];
  readonly subject: ExchangeSubject | null;
  readonly terms: ExchangeTerms | null;
  readonly quantity: string | null;
  readonly validUntil: string | null;
  readonly place: string | null;
  readonly remote: boolean;
  readonly startsAt: Date | null;
  readonly endsAt: Date | null;
  readonly zone: string | null;
  readonly seats: number | null;
}

/**
 * The post that a draft makes but for its text, or everything that is wrong with it, where `textProblems` are those of
 * its text.
 */
export function settleDraft(
  draft: PostDraft,
  known: DraftReferences,
  textProblems: readonly FieldProblem[] = bodyProblems(draft.body),
): SettledPost | readonly FieldProblem[] {
  const { exchange, event } = draft;
  const cityId = known.centre?.cityId ?? known.city?.id;
  // Where the home is unknown that is a problem already; the times are looked at all the same.
  const zone = known.centre?.zone ?? known.city?.zone ?? 'UTC';
  const time = event && eventTime({ startsAt: event.startsAt, endsAt: event.endsAt, zone });
  const language = languageTag(draft.language);
  const problems = [
    ...titleProblems(draft.title),
    ...textProblems,
    ...(language === undefined ? [problem('language', 'posts.language')] : []),
    ...homeProblems(draft, known),
    ...equipmentProblems(draft.equipmentTypes ?? [], known.equipmentTypes),
    ...exchangeProblems(exchange, zone, known.now),
    ...(time && !('startsAt' in time) ? time : []),
    ...eventProblems(event),
  ];
  if (problems.length > 0 || language === undefined || cityId === undefined) return problems;
  const { startsAt, endsAt } = time && 'startsAt' in time ? time : { startsAt: null, endsAt: null };
  return {
    kind: draft.kind,
    title: oneLine(draft.title),
    language,
    audience: draft.audience,
    cityId,
    centreId: known.centre?.id ?? null,
    equipmentTypes: [...new Set(draft.equipmentTypes)],
    subject: exchange?.subject ?? null,
    terms: exchange?.terms ?? null,
    quantity: oneLine(exchange?.quantity ?? '') || null,
    validUntil: exchange?.validUntil ?? null,
    place: oneLine(event?.place ?? '') || null,
    remote: event?.remote ?? false,
    startsAt,
    endsAt,
    zone: event ? zone : null,
    seats: event?.seats ?? null,
  };
}

function homeProblems(draft: PostDraft, known: DraftReferences): FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (isGiven(draft.city) && !known.city) problems.push(problem('city', 'posts.unknownCity'));
  if (isGiven(draft.centre) && !known.centre) problems.push(problem('centre', 'posts.unknownCentre'));
  if (!isGiven(draft.centre) && !isGiven(draft.city)) problems.push(problem('city', 'posts.cityNeeded'));
  if (draft.audience !== 'members') return problems;
  if (!isGiven(draft.centre)) problems.push(problem('centre', 'posts.centreNeeded'));
  else if (known.centre && !known.belongsToCentre) problems.push(problem('audience', 'posts.membersOnly'));
  return problems;
}
