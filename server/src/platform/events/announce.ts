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
