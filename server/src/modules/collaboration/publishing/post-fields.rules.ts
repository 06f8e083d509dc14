import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { lineProblem, oneLine, textProblem } from '../../../shared/text/text.rules.ts';
import type { ExchangeSubject, ExchangeTerms } from '../posts/post.enums.ts';
import { postLimits } from '../posts/post.rules.ts';
import { dayProblem } from './event-time.rules.ts';

/** What an offer gives or a request seeks, as it came in. */
export interface ExchangeDraft {
  readonly subject: ExchangeSubject;
  readonly terms: ExchangeTerms;
  readonly quantity?: string | null;
  /** YYYY-MM-DD. */
  readonly validUntil?: string | null;
}

/** When and where an event is, as it came in. */
export interface EventDraft {
  readonly place?: string | null;
  readonly remote?: boolean | null;
  /** Wall-clock times YYYY-MM-DDTHH:MM. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly seats?: number | null;
}

/** What is wrong with a title, also of a later version. */
export function titleProblems(title: string): FieldProblem[] {
  const message = lineProblem(oneLine(title), postLimits.title);
  return message ? [{ field: 'title', message }] : [];
}

/** What is wrong with a text, also of a later version or a reply. */
export function bodyProblems(body: string): FieldProblem[] {
  const message = textProblem(body, postLimits.body);
  return message ? [{ field: 'body', message }] : [];
}

/** What is wrong with the keys of equipment types, where `existing` are those that exist. */
export function equipmentProblems(keys: readonly string[], existing: readonly string[]): FieldProblem[] {
  const field = 'equipmentTypes';
  const largest = postLimits.equipmentTypes;
  if (keys.length > largest) {
    return [{ field, message: { key: 'posts.tooManyEquipmentTypes', parameters: { largest } } }];
  }
  return keys.every((key) => existing.includes(key)) ? [] : [problem(field, 'posts.unknownEquipmentType')];
}

/** What is wrong with an offer or request; days are those of the zone. */
export function exchangeProblems(exchange: ExchangeDraft | undefined, zone: string, now: Date): FieldProblem[] {
  if (!exchange) return [];
  const quantity = lineProblem(oneLine(exchange.quantity ?? ''), postLimits.quantity);
  const { validUntil } = exchange;
  const day = isGiven(validUntil) ? dayProblem('validUntil', validUntil, zone, now) : undefined;
  return [...(quantity ? [{ field: 'quantity', message: quantity }] : []), ...(day ? [day] : [])];
}

/** What is wrong with an event, its times left out. */
export function eventProblems(event: EventDraft | undefined): FieldProblem[] {
  if (!event) return [];
  const place = lineProblem(oneLine(event.place ?? ''), postLimits.place);
  const { minimum: least, maximum: most } = postLimits.seats;
  const { seats } = event;
  const seated = !isGiven(seats) || (Number.isInteger(seats) && seats >= least && seats <= most);
  return [
    ...(place ? [{ field: 'place', message: place }] : []),
    ...(seated ? [] : [{ field: 'seats', message: { key: 'posts.seats', parameters: { least, most } } as const }]),
  ];
}

export const isGiven = <Value>(value: Value | null | undefined): value is Value =>
  value !== null && value !== undefined;

export const problem = (field: string, key: FieldProblem['message']['key']): FieldProblem => ({
  field,
  message: { key },
});
