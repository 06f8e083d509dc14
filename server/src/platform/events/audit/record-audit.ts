import { newId } from '../../../shared/ids/ids.ts';
import type { Context } from '../../context/context.ts';
import { AuditEntry } from './audit-entry.entity.ts';
import type { AuditValues } from './audit-values.rules.ts';

/** What of an act is kept for those who answer for the centre. */
export interface Audited {
  /** Where it was done; null for what belongs to no centre. */
  readonly centreId: string | null;
  /** Whom it was about or done for. */
  readonly personId?: string | null | undefined;
  readonly object: { readonly type: string; readonly id: string };
  /** What it was and what it became; only what changed. */
  readonly before?: AuditValues | undefined;
  readonly after?: AuditValues | undefined;
  readonly reason?: string | null | undefined;
}

/** Keeps who did what; for what is no event, such as looking. It is written with the flush of the same transaction. */
export function recordAudit(tx: Context, kind: string, audited: Audited): void {
  const { centreId, personId, object, before, after, reason } = audited;
  tx.em.create(AuditEntry, {
    ...{ id: newId(), at: tx.now, kind, centreId },
    ...{ objectType: object.type, objectId: object.id, personId: personId ?? null },
    actorId: tx.actor.kind === 'member' ? tx.actor.personId : null,
    ...{ before: { ...before }, after: { ...after }, reason: reason ?? null },
  });
}
