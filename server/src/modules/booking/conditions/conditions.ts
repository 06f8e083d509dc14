import type { Context } from '../../../platform/context/context.ts';
import { approval } from './approval/approval.rules.ts';
import { audience } from './audience/audience.rules.ts';
import type { BookableRequest } from './bookable-equipment.reader.ts';
import type { ConditionRule, RequestFacts } from './condition.rules.ts';
import { type ConditionCheck as CheckOf, type Decision, decideBy } from './decision.rules.ts';
import { emailVerified } from './email-verified/email-verified.rules.ts';
import { grid } from './grid/grid.rules.ts';
import { horizon } from './horizon/horizon.rules.ts';
import { inFuture } from './in-future/in-future.rules.ts';
import { leadTime } from './lead-time/lead-time.rules.ts';
import { maximum } from './maximum/maximum.rules.ts';
import { minimum } from './minimum/minimum.rules.ts';
import { readOpeningFacts } from './opening-hours/opening-hours.reader.ts';
import { openingHours } from './opening-hours/opening-hours.rules.ts';
import { signedIn } from './signed-in/signed-in.rules.ts';
import { slotFree } from './slot-free/slot-free.rules.ts';
import { readUnitFacts } from './unit-available/unit-available.reader.ts';
import { unitAvailable } from './unit-available/unit-available.rules.ts';

/**
 * Everything that must hold for a booking, in the order in which people are told. `read` brings the facts of a
 * condition for many requests at once, in their order; conditions may share what one of them reads.
 */
export const conditions = [
  signedIn,
  emailVerified,
  audience,
  { ...unitAvailable, read: readUnitFacts },
  inFuture,
  leadTime,
  horizon,
  grid,
  minimum,
  maximum,
  { ...openingHours, read: readOpeningFacts },
  slotFree,
  approval,
] as const;

type Listed = (typeof conditions)[number];
type Read = Extract<Listed, { read: unknown }>['read'];
type Intersection<Union> = (Union extends unknown ? (part: Union) => void : never) extends (part: infer All) => void
  ? All
  : never;

/** What is read for the conditions of a request. */
export type ReadFacts = Intersection<Awaited<ReturnType<Read>>[number]>;
/** Everything the conditions of a booking are decided by. */
export type BookingFacts = RequestFacts & ReadFacts;

export type BookingCondition = Listed['condition'];
export type ConditionCheck = CheckOf<BookingCondition>;
export type BookingDecision = Decision<BookingCondition>;

/** Decides a request by everything that is known of it; every condition is told, met or not. Needs `startsAt < endsAt`. */
export const decide = (facts: BookingFacts): BookingDecision =>
  decideBy<BookingCondition, BookingFacts>(
    conditions as readonly ConditionRule<BookingCondition, BookingFacts>[],
    facts,
  );

/** What the conditions read of their own, for many requests in their order. */
export async function readConditionFacts(ctx: Context, requests: readonly BookableRequest[]): Promise<ReadFacts[]> {
  const readers = conditions.flatMap((condition) => ('read' in condition ? [condition.read] : []));
  const columns = await Promise.all(readers.map((read): Promise<readonly object[]> => read(ctx, requests)));
  return requests.map((_, index) => Object.assign({}, ...columns.map((column) => column[index])) as ReadFacts);
}
