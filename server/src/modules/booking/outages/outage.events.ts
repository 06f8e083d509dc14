import { defineEvent } from '../../../platform/events/define-event.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';

interface ChangedOutage {
  readonly equipmentId: string;
  readonly unitId: string;
  readonly centreId: string;
  /** Where taken time may have changed. */
  readonly touched: Interval;
}

/** That a unit is out of order, until when, or works again is public; why stands with its problem. */
export const outageChanged = defineEvent('outage.changed', {
  subject: ({ equipmentId, unitId, centreId, touched }: ChangedOutage) => ({
    ...{ equipment: equipmentId, unit: unitId, centre: centreId },
    from: new Date(touched.start).toISOString(),
    until: new Date(touched.end).toISOString(),
  }),
  audience: () => ['public'] as const,
  topics: ({ equipmentId, centreId }) => [`equipment:${equipmentId}`, `centre:${centreId}`],
  unconsumed: 'timelines show it, and whom it concerns hears of the problem',
});
