import {
  cancelledState,
  firstState,
  requestedState,
} from '../../../modules/booking/bookings/booking-lifecycle.rules.ts';
import { answerBy } from '../../../modules/booking/conditions/approval/approval.rules.ts';
import type { BookingRules } from '../../../modules/equipment/items/booking-rules.rules.ts';
import { stableId } from '../../../shared/ids/stable-id.rules.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import type { DemoData, FixedEnding } from '../demonstration-data.rules.ts';
import { attendanceOf, missedFrom } from './demo-attendance.rules.ts';
import type { Booker } from './demo-bookers.rules.ts';
import { type DemoCalendar, type DemoUnit, withBuffers } from './demo-calendar.rules.ts';
import { personId } from './demo-people.rules.ts';
import type { Random } from './random.rules.ts';

const minute = 60_000;
const hour = 60 * minute;

/** What the rows of bookings are made with. */
export interface BookingSources {
  readonly data: DemoData;
  readonly now: Date;
  readonly random: Random;
  /** `person centre` of everybody who works at a centre: nobody has to agree to what they book there. */
  readonly staff: ReadonlySet<string>;
}

/** A booking as it is wanted. */
export interface WantedBooking {
  readonly purpose: string;
  /** Given up by who booked it. */
  readonly cancelled?: boolean | undefined;
  /** When it was booked; by chance where left out. */
  readonly hoursAgo?: number | undefined;
  /** What the staff decided. */
  readonly ended?: FixedEnding | undefined;
}

/** A booking as a row. */
export type PlannedBooking = ReturnType<typeof bookingRow>;

/** Rows of bookings and occupancies, and the calendar kept in step with them. */
export class BookingRows {
  readonly bookings: PlannedBooking[] = [];
  readonly occupancies: ReturnType<typeof occupancyRow>[] = [];
  readonly #sources: BookingSources;
  readonly #calendar: DemoCalendar;
  readonly #now: number;

  constructor(sources: BookingSources, calendar: DemoCalendar) {
    this.#sources = sources;
    this.#calendar = calendar;
    this.#now = sources.now.getTime();
  }

  /** A booking of a time that is known to be free. */
  book(unit: DemoUnit, time: Interval, booker: Booker, wanted: WantedBooking): PlannedBooking {
    const createdAt =
      wanted.hoursAgo === undefined
        ? this.#bookedAt(time.start, unit.equipment.leadMinutes)
        : this.#now - wanted.hoursAgo * hour;
    const ending = this.#endingOf(wanted, booker, createdAt, Math.min(time.start, this.#now));
    const answer = answerBy({ now: createdAt, startsAt: time.start });
    const asked = unit.equipment.approval === 'everyone' && !this.#worksThere(booker, unit);
    const waits = !ending && asked && answer > this.#now;
    const made = { ...booker, purpose: wanted.purpose, createdAt, ending, answerBy: waits ? answer : null };
    const booking = bookingRow(this.bookings.length, unit, time, { ...made, now: this.#now });
    this.bookings.push(booking);
    const during = withBuffers(time, unit.equipment);
    this.#occupy(unit, booking.state === 'no_show' ? { ...during, end: missedFrom(time.start) } : during, {
      kind: 'booking',
      booking: booking.id,
      blocking: !ending,
      note: null,
    });
    if (!ending) this.#calendar.take(booker.person, time);
    return booking;
  }

  /** Time that nobody can book, with what people are told. */
  block(unit: DemoUnit, time: Interval, kind: 'maintenance' | 'training'): void {
    const { types, other, training } = this.#sources.data.maintenance;
    const texts = kind === 'training' ? training : (types[unit.equipment.type] ?? other);
    const note = unit.centre.country === 'LT' ? texts.lt : texts.en;
    this.#occupy(unit, time, { kind, booking: null, blocking: true, note });
  }

  #occupy(unit: DemoUnit, time: Interval, what: Omit<Taken, 'unit'>): void {
    this.occupancies.push(occupancyRow(this.occupancies.length, time, { unit: unit.id, ...what }));
    if (what.blocking) this.#calendar.take(unit.id, time);
  }

  #endingOf({ cancelled, ended }: WantedBooking, { person }: Booker, createdAt: number, latest: number): Ending | null {
    if (ended) {
      const { state, reason, hoursAgo } = ended;
      return { state, by: 'staff', person: personId(ended.person), reason, at: this.#now - hoursAgo * hour };
    }
    if (!cancelled) return null;
    const at = createdAt + Math.floor((latest - createdAt) / 2);
    return { state: cancelledState, by: 'holder', person, reason: '', at };
  }

  #worksThere({ person }: Booker, { centre }: DemoUnit): boolean {
    return this.#sources.staff.has(`${person} ${centre.id}`);
  }

  /** Some time before both the latest moment that the rules allow and now, and well within every horizon. */
  #bookedAt(start: number, leadMinutes: number): number {
    return Math.min(start - leadMinutes * minute, this.#now) - this.#sources.random.between(3, 6 * 1440) * minute;
  }
}

interface Taken {
  readonly unit: string;
  readonly kind: 'booking' | 'maintenance' | 'training';
  readonly booking: string | null;
  readonly blocking: boolean;
  readonly note: string | null;
}

interface Ending {
  readonly state: 'cancelled' | 'declined';
  readonly by: 'holder' | 'staff';
  readonly person: string;
  readonly reason: string;
  readonly at: number;
}

interface Made {
  readonly now: number;
  readonly purpose: string;
  readonly createdAt: number;
  readonly ending: Ending | null;
  /** Until when it waits for the staff; null where it does not. */
  readonly answerBy: number | null;
}

function bookingRow(index: number, { id: unit, equipment }: DemoUnit, { start, end }: Interval, made: Booker & Made) {
  const { state, ...attendance } = attendanceOf(index, { start, end }, made);
  const ending =
    state === 'no_show' ? { by: 'staff' as const, person: null, reason: '', at: missedFrom(start) } : made.ending;
  return {
    id: stableId('demonstration-booking', `${index}`),
    equipment: equipment.id,
    unit,
    startsAt: new Date(start),
    endsAt: new Date(end),
    state: state ?? stateOf(made),
    ...attendance,
    booker: made.person,
    organisation: made.organisation,
    actingCentre: made.actingCentre,
    purpose: made.purpose,
    terms: termsOf(equipment),
    createdAt: new Date(made.createdAt),
    answerBy: made.answerBy === null ? null : new Date(made.answerBy),
    endingAt: ending && new Date(ending.at),
    endingBy: ending?.by ?? null,
    endingPerson: ending?.person ?? null,
    endingReason: ending?.reason ?? '',
    version: ending || state ? 2 : 1,
  };
}

/** The rules as they were when it was booked. */
function termsOf(equipment: BookingRules): BookingRules {
  const { audience, approval, leadMinutes, horizonDays } = equipment;
  const { gridMinutes, minimumMinutes, maximumMinutes, bufferBeforeMinutes, bufferAfterMinutes } = equipment;
  return {
    ...{ audience, approval, leadMinutes, horizonDays },
    ...{ gridMinutes, minimumMinutes, maximumMinutes, bufferBeforeMinutes, bufferAfterMinutes },
  };
}

function stateOf({ ending, answerBy: waits }: Made) {
  if (ending) return ending.state;
  return waits === null ? firstState.BOOK : requestedState;
}

function occupancyRow(index: number, { start, end }: Interval, taken: Taken) {
  return {
    id: stableId('demonstration-occupancy', `${index}`),
    during: `["${new Date(start).toISOString()}","${new Date(end).toISOString()}")`,
    ...taken,
  };
}
