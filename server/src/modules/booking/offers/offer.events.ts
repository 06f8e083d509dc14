import { defineEvent, type EventSpecification } from '../../../platform/events/define-event.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';

export interface OfferedTime {
  readonly offerId: string;
  readonly equipmentId: string;
  readonly unitId: string;
  readonly centreId: string;
  readonly personId: string;
  /** Where taken time changed, with buffers. */
  readonly touched: Interval;
}

/** That some time is kept, or no longer kept, is public; for whom stands nowhere. */
const offeredTime = {
  subject: ({ offerId, equipmentId, unitId, centreId, touched }: OfferedTime) => ({
    offer: offerId,
    equipment: equipmentId,
    unit: unitId,
    centre: centreId,
    from: new Date(touched.start).toISOString(),
    until: new Date(touched.end).toISOString(),
  }),
  audience: () => ['public'] as const,
  topics: ({ equipmentId, centreId, personId }: OfferedTime) => [
    `equipment:${equipmentId}`,
    `centre:${centreId}`,
    `person:${personId}`,
  ],
} satisfies EventSpecification<OfferedTime, object>;

export const timeOffered = defineEvent('time.offered', offeredTime);
export const offerEnded = defineEvent('offer.ended', {
  ...offeredTime,
  unconsumed: 'its holder answered, or was told until when it is kept',
});

/** After each of them some time of an equipment is kept or free that was not before. */
export const offeredTimeEvents = [timeOffered, offerEnded] as const;
