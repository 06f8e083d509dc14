import type { Context } from '../context/context.ts';
import { recordAudit } from './audit/record-audit.ts';
import type { NewEvent } from './define-event.ts';
import { LoggedEvent } from './event.entity.ts';

/** Records what happened in the event log, and who did it where that is kept; written with the flush of the transaction. */
export function record(tx: Context, { type, topics, subject, audiences, audited }: NewEvent): void {
  if (topics.length === 0 || audiences.length === 0) throw new Error(`nobody could ever hear of ${type}`);
  tx.em.create(LoggedEvent, {
    at: tx.now,
    type,
    topics: [...topics],
    subject: { ...subject },
    audiences: [...audiences],
    actorId: tx.actor.kind === 'member' ? tx.actor.personId : null,
  });
  if (audited) recordAudit(tx, type, audited);
}
