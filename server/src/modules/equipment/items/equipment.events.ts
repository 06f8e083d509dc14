import type { AuditValues } from '../../../platform/events/audit/audit-values.rules.ts';
import { defineEvent, type EventSpecification } from '../../../platform/events/define-event.ts';
import type { EquipmentState } from './equipment.enums.ts';

interface ChangedEquipment {
  readonly id: string;
  readonly centreId: string;
  /** What it is after the change. */
  readonly state: EquipmentState;
  /** What was before and what is now, for the audit; only what changed. */
  readonly before?: AuditValues;
  readonly after?: AuditValues;
}

/** Others hear of what they may see; a draft is its centre's alone. */
const changedEquipment = {
  subject: ({ id, centreId }: ChangedEquipment) => ({ equipment: id, centre: centreId }),
  audience: ({ centreId, state }) => [state === 'draft' ? (`staff:${centreId}` as const) : ('public' as const)],
  topics: ({ id, centreId }) => [`equipment:${id}`, `centre:${centreId}`],
  audit: ({ id, centreId, before, after }) => ({ centreId, object: { type: 'equipment', id }, before, after }),
  unconsumed: 'pages and searches read it anew',
} satisfies EventSpecification<ChangedEquipment, object>;

export const equipmentCreated = defineEvent('equipment.created', changedEquipment);
export const equipmentEdited = defineEvent('equipment.edited', changedEquipment);
export const equipmentPublished = defineEvent('equipment.published', changedEquipment);
export const equipmentWithdrawn = defineEvent('equipment.withdrawn', changedEquipment);
export const bookingRulesChanged = defineEvent('equipment.rules_changed', changedEquipment);

export const equipmentEvents = [
  equipmentCreated,
  equipmentEdited,
  equipmentPublished,
  equipmentWithdrawn,
  bookingRulesChanged,
] as const;
