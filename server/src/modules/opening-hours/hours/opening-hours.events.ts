import { defineEvent } from '../../../platform/events/define-event.ts';

interface ChangedHours {
  readonly centreId: string;
  /** The equipment whose own hours they are; null for those of the centre. */
  readonly equipmentId: string | null;
  /** All equipment that may be reached at other times now. */
  readonly affected: readonly string[];
}

export const openingHoursChanged = defineEvent('opening_hours.changed', {
  subject: ({ centreId, equipmentId }: ChangedHours) => ({ centre: centreId, equipment: equipmentId ?? undefined }),
  audience: () => ['public'] as const,
  topics: ({ centreId, affected }) => [`centre:${centreId}`, ...affected.map((id) => `equipment:${id}`)],
  audit: ({ centreId, equipmentId }) => ({
    centreId,
    object: equipmentId === null ? { type: 'centre', id: centreId } : { type: 'equipment', id: equipmentId },
  }),
  unconsumed: 'open timelines and pages of the centre follow it, and bookings stand',
});
