import { defineEvent, type EventSpecification } from '../../../platform/events/define-event.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';

interface HeldTime {
  readonly equipmentId: string;
  readonly unitId: string;
  readonly centreId: string;
  /** Where taken time changed, with buffers. */
  readonly touched: Interval;
}

/** That some time is held or no longer held is public, as the time of bookings is; by whom stands nowhere. */
const heldTime = {
  subject: ({ equipmentId, unitId, centreId, touched }: HeldTime) => ({
    equipment: equipmentId,
    unit: unitId,
    centre: centreId,
    from: new Date(touched.start).toISOString(),
    until: new Date(touched.end).toISOString(),
  }),
  audience: () => ['public'] as const,
  topics: ({ equipmentId, centreId }: HeldTime) => [`equipment:${equipmentId}`, `centre:${centreId}`],
  unconsumed: 'the timeline shows it, and nobody need be told',
} satisfies EventSpecification<HeldTime, object>;

export const holdMade = defineEvent('hold.made', heldTime);
export const holdReleased = defineEvent('hold.released', heldTime);

/** After each of them some time of an equipment is held or free that was not before. */
export const heldTimeEvents = [holdMade, holdReleased] as const;
