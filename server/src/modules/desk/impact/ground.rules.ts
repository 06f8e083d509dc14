import { type Interval, overlap } from '../../../shared/time/interval.rules.ts';
import { type CentreOpening, openingOf } from '../../opening-hours/hours/centre-opening.rules.ts';
import { openThroughout } from '../../opening-hours/hours/opening.rules.ts';

/** A standing booking, as far as it can lose its time. */
export interface StandingTime {
  readonly equipmentId: string;
  readonly unitId: string;
  /** The booked time, without buffers: set-up and clean-up may lie outside of the hours. */
  readonly booked: Interval;
  /** With buffers: nothing of it may be closed. */
  readonly occupied: Interval;
  /** Null where the account was erased. */
  readonly bookerId: string | null;
  readonly organisationId: string | null;
}

/** All that decides whether time at a centre may be had, whatever the booking rules of the equipment. */
export interface Ground {
  readonly zone: string;
  readonly openings: CentreOpening;
  /** When units are closed, blocked, out of order or withdrawn, by their ids. */
  readonly closed: ReadonlyMap<string, readonly Interval[]>;
  /** When nothing is given to a person or an organisation, by their ids. */
  readonly barred: ReadonlyMap<string, readonly Interval[]>;
}

const touchesAny = (time: Interval, stretches: readonly Interval[] | undefined): boolean =>
  stretches?.some((stretch) => overlap(time, stretch)) ?? false;

/** Whether a booking may have its time. */
export function allows(ground: Ground, booking: StandingTime): boolean {
  const { equipmentId, unitId, booked, occupied, bookerId, organisationId } = booking;
  const holder = organisationId ?? bookerId;
  if (touchesAny(occupied, ground.closed.get(unitId))) return false;
  if (holder !== null && touchesAny(booked, ground.barred.get(holder))) return false;
  return openThroughout({ ...openingOf(ground.openings, equipmentId).opening, zone: ground.zone }, booked);
}

/** The bookings that may have their time on one ground and not on the other: no more, no less. */
export const losingTime = <Booking extends StandingTime>(
  before: Ground,
  after: Ground,
  bookings: readonly Booking[],
): Booking[] => bookings.filter((booking) => allows(before, booking) && !allows(after, booking));
