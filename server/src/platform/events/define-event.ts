import type { Audience } from '../../access/audience.policy.ts';
import type { Audited } from './audit/record-audit.ts';
import type { LogEntry } from './event-log.reader.ts';

/** An event as it is recorded. */
export interface NewEvent {
  readonly type: string;
  readonly subject: Readonly<Record<string, string>>;
  readonly audiences: readonly Audience[];
  readonly topics: readonly string[];
  /** What of it is kept for those who answer for the centre. */
  readonly audited?: Audited | undefined;
}

/** What an event tells, made of the facts that whoever records it knows. */
export interface EventSpecification<Facts, Subject> {
  /** Ids, and other facts that everybody in the audience may know, by role; never what the subjects contain. */
  readonly subject: (facts: Facts) => Subject;
  /** Who may hear of it: everybody who is in one of these. */
  readonly audience: (facts: Facts) => readonly Audience[];
  /** What one subscribes to. */
  readonly topics: (facts: Facts) => readonly string[];
  /** What of it stands in the audit of its centre; left out for what nobody has to answer for. */
  readonly audit?: (facts: Facts) => Audited;
  /** Why nothing is done when it happened; left out where a consumer reacts to it. */
  readonly unconsumed?: string;
}

/** Something that happens: makes an event of its facts, and knows its entries in the log again. */
export interface EventDefinition<Type extends string, Facts, Subject> extends AnyEvent {
  (facts: Facts): NewEvent;
  readonly type: Type;
  /** Whether an entry of the log is one of these. */
  is(entry: LogEntry): entry is EntryOf<Type, Subject>;
}

/** An event of which only the type matters. */
export interface AnyEvent {
  /** `subject.pastTense`, such as `booking.moved`. */
  readonly type: string;
  readonly unconsumed: string | undefined;
}

export type EntryOf<Type, Subject> = LogEntry & { readonly type: Type; readonly subject: Subject };

/**
 * Declares an event; its module lists it.
 *
 *     export const bookingMade = defineEvent('booking.made', { subject, audience, topics });
 *     record(tx, bookingMade(booking));
 */
export function defineEvent<
  Type extends `${string}.${string}`,
  Facts,
  Subject extends { [Role in keyof Subject]: string | undefined },
>(
  type: Type,
  { subject, audience, topics, audit, unconsumed }: EventSpecification<Facts, Subject>,
): EventDefinition<Type, Facts, Subject> {
  const make = (facts: Facts): NewEvent => ({
    type,
    subject: given(subject(facts)),
    audiences: audience(facts),
    topics: topics(facts),
    audited: audit?.(facts),
  });
  const is = (entry: LogEntry): entry is EntryOf<Type, Subject> => entry.type === type;
  return Object.assign(make, { type, is, unconsumed });
}

/** The roles that this one has. */
const given = (subject: object): Record<string, string> =>
  Object.fromEntries(Object.entries(subject).filter(([, value]) => value !== undefined));

/** What a table by types of events says of an entry; undefined where it says nothing. */
export const byType = <Value>(table: Readonly<Record<string, Value>>, { type }: LogEntry): Value | undefined =>
  Object.hasOwn(table, type) ? table[type] : undefined;
