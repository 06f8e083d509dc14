import { defineEntity, p } from '@mikro-orm/core';
import { Centre } from '../../directory/centres/centre.entity.ts';
import type { BookingRules } from '../../equipment/items/booking-rules.rules.ts';
import { Equipment } from '../../equipment/items/equipment.entity.ts';
import { Unit } from '../../equipment/units/unit.entity.ts';
import { Organisation } from '../../organisations/profile/organisation.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';
import { bookingStates, endingParties } from './booking.enums.ts';

/**
 * The booking rules as they were when the booking was made or last moved, whole. Those of the first months lack what
 * concerned only the making of it: audience, approval, lead time and horizon.
 */
export type FrozenRules =
  | BookingRules
  | Omit<BookingRules, 'approval'>
  | Omit<BookingRules, 'approval' | 'audience' | 'leadMinutes' | 'horizonDays'>;

const BookingSchema = defineEntity({
  name: 'Booking',
  properties: {
    id: p.uuid().primary(),
    equipment: () => p.manyToOne(Equipment).updateRule('cascade').deleteRule('restrict'),
    unit: () => p.manyToOne(Unit).updateRule('cascade').deleteRule('restrict'),
    /** The booked time, without buffers. */
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    state: p.enum(bookingStates),
    booker: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null'),
    /** The organisation or centre the booker acted for, if any. */
    organisation: () => p.manyToOne(Organisation).nullable().updateRule('cascade').deleteRule('set null'),
    actingCentre: () => p.manyToOne(Centre).nullable().updateRule('cascade').deleteRule('set null'),
    purpose: p.string().length(400).default(''),
    terms: p.json<FrozenRules>(),
    createdAt: p.datetime(),
    /** Until when the staff answer a request; null where it waits for nobody. */
    answerBy: p.datetime().nullable(),
    /** When somebody was checked in, by whom, and when their use of it ended; with the booked end where nobody said. */
    checkedInAt: p.datetime().nullable(),
    checkedInBy: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null'),
    finishedAt: p.datetime().nullable(),
    /** When it was cancelled or declined, or nobody came, as which party, by whom and why. */
    endingAt: p.datetime().nullable(),
    endingBy: p.enum(endingParties).nullable(),
    endingPerson: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null'),
    endingReason: p.string().length(400).default(''),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['booker', 'startsAt', 'id'] }, { properties: ['equipment', 'startsAt'] }],
  checks: [
    { name: 'booking_order_check', expression: 'starts_at < ends_at' },
    { name: 'booking_answer_check', expression: "(state = 'requested') = (answer_by is not null)" },
    {
      name: 'booking_ending_check',
      expression:
        "(state in ('cancelled', 'declined', 'no_show')) = (ending_at is not null) and (ending_at is null) = (ending_by is null)",
    },
    {
      name: 'booking_attendance_check',
      expression:
        "(state <> 'checked_in' or checked_in_at is not null) and (checked_in_at is null or state in ('checked_in', 'completed'))",
    },
    { name: 'booking_finished_check', expression: "(state = 'completed') = (finished_at is not null)" },
  ],
});
export class Booking extends BookingSchema.class {}
BookingSchema.setClass(Booking);
