import { defineEvent, type EventSpecification } from '../../../platform/events/define-event.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';

interface ClosedTime {
  readonly closureId: string;
  readonly centreId: string;
  /** One event for each equipment, as what follows one needs no others. */
  readonly equipmentId: string;
  readonly touched: Interval;
}

/** That units are not given out is public. */
const closedTime = {
  subject: ({ closureId, centreId, equipmentId, touched }: ClosedTime) => ({
    closure: closureId,
    equipment: equipmentId,
    centre: centreId,
    from: new Date(touched.start).toISOString(),
    until: new Date(touched.end).toISOString(),
  }),
  audience: () => ['public'] as const,
  topics: ({ centreId, equipmentId }: ClosedTime) => [`equipment:${equipmentId}`, `centre:${centreId}`],
  unconsumed: 'timelines show it; those whose time it takes are told of their bookings',
} satisfies EventSpecification<ClosedTime, object>;

export const timeClosed = defineEvent('time.closed', closedTime);
export const timeReopened = defineEvent('time.reopened', closedTime);

/** After each of them some time of an equipment is closed or free that was not before. */
export const closedTimeEvents = [timeClosed, timeReopened] as const;
