import type { Context } from '../context/context.ts';
import type { NewEvent } from './define-event.ts';
import { LoggedEvent } from './event.entity.ts';

/** Records what happened in the event log; it is written with the flush of the same transaction. */
export function record(tx: Context, { type, topics, subject, audiences }: NewEvent): void {
  if (topics.length === 0 || audiences.length === 0) throw new Error(`nobody could ever hear of ${type}`);
  tx.em.create(LoggedEvent, {
    at: tx.now,
    type,
    topics: [...topics],
    subject: { ...subject },
    audiences: [...audiences],
    actorId: tx.actor.kind === 'member' ? tx.actor.personId : null,
  });
}
