import { DeferMode, defineEntity, p } from '@mikro-orm/core';
import { Unit } from '../../equipment/units/unit.entity.ts';
import { Booking } from '../bookings/booking.entity.ts';
import { Closure } from '../closures/closure.entity.ts';
import { Hold } from '../holds/hold.entity.ts';
import { Offer } from '../offers/offer.entity.ts';
import { Outage } from '../outages/outage.entity.ts';
import { occupancyKinds } from './occupancy.enums.ts';

/**
 * The one truth of who has which unit when. An exclusion constraint (in the migration) makes two
 * blocking rows of one unit that overlap impossible.
 */
const OccupancySchema = defineEntity({
  name: 'Occupancy',
  properties: {
    id: p.uuid().primary(),
    unit: () => p.manyToOne(Unit).updateRule('cascade').deleteRule('cascade'),
    /** The occupied time with its buffers, half open `[start, end)`. */
    during: p.string().columnType('tstzrange'),
    kind: p.enum(occupancyKinds),
    /** False once the time is free again; kept for history. */
    blocking: p.boolean().default(true),
    /** Checked at commit: a booking is written once its time is won. */
    booking: () =>
      p
        .manyToOne(Booking)
        .nullable()
        .updateRule('cascade')
        .deleteRule('cascade')
        .deferMode(DeferMode.INITIALLY_DEFERRED),
    /** Checked at commit, as that of a booking. */
    hold: () =>
      p.manyToOne(Hold).nullable().updateRule('cascade').deleteRule('cascade').deferMode(DeferMode.INITIALLY_DEFERRED),
    /** Checked at commit, as that of a booking. */
    offer: () =>
      p.manyToOne(Offer).nullable().updateRule('cascade').deleteRule('cascade').deferMode(DeferMode.INITIALLY_DEFERRED),
    /** What closes it, where it is a part of a closure. */
    closure: () => p.manyToOne(Closure).nullable().updateRule('cascade').deleteRule('cascade').index(),
    /** What it is out of order for. */
    outage: () => p.manyToOne(Outage).nullable().updateRule('cascade').deleteRule('cascade'),
    /** When a hold or an offer ends by itself; others may have the time from then on, although `blocking` is set until they do. */
    expiresAt: p.datetime().nullable(),
    /** What people are told of maintenance, closure or training. */
    note: p.string().length(200).nullable(),
  },
  uniques: [
    { properties: ['booking'], name: 'occupancy_booking_id_unique' },
    { properties: ['offer'], name: 'occupancy_offer_id_unique' },
  ],
  checks: [
    { name: 'occupancy_outage_check', expression: "(kind = 'outage') = (outage_id is not null)" },
    {
      name: 'occupancy_hold_check',
      expression:
        "(kind = 'hold') = (hold_id is not null) and (kind = 'offer') = (offer_id is not null) and (kind in ('hold', 'offer')) = (expires_at is not null)",
    },
  ],
});
export class Occupancy extends OccupancySchema.class {}
OccupancySchema.setClass(Occupancy);
