import type { MessageKey } from '../../../messages/catalogues.ts';
import type { AuditValues } from '../../../platform/events/audit/audit-entry.entity.ts';

/** What was done, in words, by the kind of its entry. */
export const auditWords: Readonly<Record<string, MessageKey>> = {
  'booking.approved': 'audit.bookingApproved',
  'booking.attended': 'audit.bookingAttended',
  'booking.cancelled': 'audit.bookingCancelled',
  'booking.declined': 'audit.bookingDeclined',
  'booking.extended': 'audit.bookingExtended',
  'booking.missed': 'audit.bookingMissed',
  'booking.moved': 'audit.bookingMoved',
  'booking.restored': 'audit.bookingRestored',
  'booking.retained': 'audit.bookingKept',
  'closure.lifted': 'audit.closureLifted',
  'closure.made': 'audit.closureMade',
  'equipment.created': 'audit.equipmentCreated',
  'equipment.edited': 'audit.equipmentEdited',
  'equipment.published': 'audit.equipmentPublished',
  'equipment.rules_changed': 'audit.equipmentRulesChanged',
  'equipment.withdrawn': 'audit.equipmentWithdrawn',
  'join_request.accepted': 'audit.joinRequestAccepted',
  'join_request.declined': 'audit.joinRequestDeclined',
  'membership.ended': 'audit.membershipEnded',
  'membership.role_changed': 'audit.roleChanged',
  'opening_hours.changed': 'audit.openingHoursChanged',
  'picture.added': 'audit.pictureAdded',
  'picture.described': 'audit.pictureDescribed',
  'picture.removed': 'audit.pictureRemoved',
  'problem.changed': 'audit.problemChanged',
  'problem.reported': 'audit.problemReported',
};

/** A value that an act changed; null where there was or is none. */
export interface AuditChange {
  readonly name: string;
  readonly before: string | null;
  readonly after: string | null;
}

const written = (values: AuditValues, name: string): string | null => {
  const value = values[name] ?? null;
  return value === null ? null : String(value);
};

/** What changed, by name, in the order in which it was kept; what stayed as it was is left out. */
export function changesOf(before: AuditValues, after: AuditValues): AuditChange[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names]
    .map((name) => ({ name, before: written(before, name), after: written(after, name) }))
    .filter((change) => change.before !== change.after);
}
