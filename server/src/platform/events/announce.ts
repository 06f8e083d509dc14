import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../context/context.ts';
import { LoggedEvent } from './event.entity.ts';

/** Who may hear of an event. */
export type EventAudience = 'public' | 'network' | `centre:${string}` | `person:${string}`;

export interface Announcement {
  /** `subject.pastTense`, such as `booking.moved`. */
  readonly type: string;
  readonly topics: readonly string[];
  /** Ids by role: `{ booking, equipment, unit, centre }`. */
  readonly subject: Readonly<Record<string, string>>;
  readonly audience: EventAudience;
}

/** Notes what happened for the event log; it is written with the flush of the same transaction. */
export function announce(tx: Context, event: Announcement): void {
  tx.em.create(LoggedEvent, {
    at: tx.now,
    type: event.type,
    topics: [...event.topics],
    subject: { ...event.subject },
    audience: event.audience,
    actorId: tx.actor.kind === 'member' ? tx.actor.personId : null,
  });
}

/** The entry of an event as JSON, for {@link announcing}. */
export const entryOf = (tx: Context, event: Announcement): object => ({
  ...event,
  at: tx.now,
  actorId: tx.actor.kind === 'member' ? tx.actor.personId : null,
});

/**
 * Announces events as part of one statement that writes more. `source` has rows with a column `event`: what
 * {@link entryOf} made of one.
 */
export const announcing = (source: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  insert into logged_event (at, type, topics, subject, audience, actor_id)
  select at, type, topics, subject, audience, "actorId" from ${source}, jsonb_to_record(event) as
    entry(at timestamptz, type text, topics text[], subject jsonb, audience text, "actorId" uuid)`;
