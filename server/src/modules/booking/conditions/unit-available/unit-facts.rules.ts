import { type Interval, overlap } from '../../../../shared/time/interval.rules.ts';
import type { OccupancyKind } from '../../occupancy/occupancy.enums.ts';
import { type RequestFacts, withBuffers } from '../condition.rules.ts';

/** Occupied time of a unit with its buffers, epoch milliseconds. */
export interface BusyTime extends Interval {
  readonly kind: OccupancyKind;
  readonly note: string | null;
  /** When a hold ends by itself, epoch milliseconds. */
  readonly heldUntil?: number | null;
}

/** A unit that may be booked, with what occupies it around the wanted time. */
export interface CandidateUnit {
  readonly id: string;
  readonly busy: readonly BusyTime[];
}

export interface UnitFacts {
  /** The units the booking may take, in the order in which they are given out; none where withdrawn. */
  readonly units: readonly CandidateUnit[];
}

type Wanted = Pick<RequestFacts, 'startsAt' | 'endsAt' | 'rules'>;

/** What of a unit stands in the way of the wanted time with its buffers. */
export const inTheWay = (wanted: Wanted, unit: CandidateUnit): readonly BusyTime[] =>
  unit.busy.filter((busy) => overlap(busy, withBuffers(wanted)));

/** Whether people have taken it, by a booking or while they are about to book; what else takes it, the staff did. */
export const isPeoples = ({ kind }: BusyTime): boolean => kind === 'booking' || kind === 'hold' || kind === 'offer';

/** The ids of the units that are free for the whole time with buffers, in the order in which they are given out. */
export const freeUnits = (facts: Wanted & UnitFacts): string[] =>
  facts.units.filter((unit) => inTheWay(facts, unit).length === 0).map((unit) => unit.id);
