import { cancelledState, firstState, requestedState } from '../../modules/booking/bookings/booking-lifecycle.rules.ts';
import { answerBy } from '../../modules/booking/conditions/approval/approval.rules.ts';
import { stableId } from '../../shared/ids/stable-id.rules.ts';
import type { Interval } from '../../shared/time/interval.rules.ts';
import type { Booker } from './demo-bookers.rules.ts';
import { type DemoCalendar, type DemoUnit, withBuffers } from './demo-calendar.rules.ts';
import type { DemoData } from './demonstration-data.rules.ts';
import type { Random } from './random.rules.ts';

const minute = 60_000;

/** Rows of bookings and occupancies, and the calendar kept in step with them. */
export class BookingRows {
  readonly bookings: ReturnType<typeof bookingRow>[] = [];
  readonly occupancies: ReturnType<typeof occupancyRow>[] = [];
  readonly #data: DemoData;
  readonly #calendar: DemoCalendar;
  readonly #random: Random;
  readonly #now: number;

  constructor(data: DemoData, calendar: DemoCalendar, random: Random, now: Date) {
    this.#data = data;
    this.#calendar = calendar;
    this.#random = random;
    this.#now = now.getTime();
  }

  /** A booking of a time that is known to be free. */
  book(unit: DemoUnit, time: Interval, booker: Booker, purpose: string, cancelled: boolean): void {
    const createdAt = this.#bookedAt(time.start, unit.equipment.leadMinutes);
    const latest = Math.min(time.start, this.#now);
    const cancelledAt = cancelled ? createdAt + Math.floor((latest - createdAt) / 2) : null;
    const answer = answerBy({ now: createdAt, startsAt: time.start });
    const waits = !cancelled && unit.equipment.approval === 'everyone' && answer > this.#now;
    const made = { ...booker, purpose, createdAt, cancelledAt, answerBy: waits ? answer : null };
    const booking = bookingRow(this.bookings.length, unit, time, made);
    this.bookings.push(booking);
    this.#occupy(unit, withBuffers(time, unit.equipment), {
      kind: 'booking',
      booking: booking.id,
      blocking: !cancelled,
      note: null,
    });
    if (!cancelled) this.#calendar.take(booker.person, time);
  }

  /** Time that nobody can book, with what people are told. */
  block(unit: DemoUnit, time: Interval, kind: 'maintenance' | 'training'): void {
    const { types, other, training } = this.#data.maintenance;
    const texts = kind === 'training' ? training : (types[unit.equipment.type] ?? other);
    const note = unit.centre.country === 'LT' ? texts.lt : texts.en;
    this.#occupy(unit, time, { kind, booking: null, blocking: true, note });
  }

  #occupy(unit: DemoUnit, time: Interval, what: Omit<Taken, 'unit'>): void {
    this.occupancies.push(occupancyRow(this.occupancies.length, time, { unit: unit.id, ...what }));
    if (what.blocking) this.#calendar.take(unit.id, time);
  }

  /** Some time before both the latest moment that the rules allow and now, and well within every horizon. */
  #bookedAt(start: number, leadMinutes: number): number {
    return Math.min(start - leadMinutes * minute, this.#now) - this.#random.between(3, 6 * 1440) * minute;
  }
}

interface Taken {
  readonly unit: string;
  readonly kind: 'booking' | 'maintenance' | 'training';
  readonly booking: string | null;
  readonly blocking: boolean;
  readonly note: string | null;
}

interface Made {
  readonly purpose: string;
  readonly createdAt: number;
  readonly cancelledAt: number | null;
  /** Until when it waits for the staff; null where it does not. */
  readonly answerBy: number | null;
}

function bookingRow(index: number, { id: unit, equipment }: DemoUnit, { start, end }: Interval, made: Booker & Made) {
  const { gridMinutes, minimumMinutes, maximumMinutes, bufferBeforeMinutes, bufferAfterMinutes } = equipment;
  return {
    id: stableId('demonstration-booking', `${index}`),
    equipment: equipment.id,
    unit,
    startsAt: new Date(start),
    endsAt: new Date(end),
    state: stateOf(made),
    booker: made.person,
    organisation: made.organisation,
    actingCentre: made.actingCentre,
    purpose: made.purpose,
    terms: { gridMinutes, minimumMinutes, maximumMinutes, bufferBeforeMinutes, bufferAfterMinutes },
    createdAt: new Date(made.createdAt),
    answerBy: made.answerBy === null ? null : new Date(made.answerBy),
    endingAt: made.cancelledAt === null ? null : new Date(made.cancelledAt),
    endingBy: made.cancelledAt === null ? null : ('holder' as const),
    endingPerson: made.cancelledAt === null ? null : made.person,
    endingReason: '',
    version: made.cancelledAt === null ? 1 : 2,
  };
}

function stateOf({ cancelledAt, answerBy: waits }: Made) {
  if (cancelledAt !== null) return cancelledState;
  return waits === null ? firstState.BOOK : requestedState;
}

function occupancyRow(index: number, { start, end }: Interval, taken: Taken) {
  return {
    id: stableId('demonstration-occupancy', `${index}`),
    during: `["${new Date(start).toISOString()}","${new Date(end).toISOString()}")`,
    ...taken,
  };
}
