import type { Context } from '../../../platform/context/context.ts';
import type { ClientRequest, EarlierRequest } from '../../../platform/idempotency/client-request.service.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { type Bookable, factsOf, readBookable } from './bookable.reader.ts';
import type { ConditionCheck } from './booking-condition.rules.ts';
import { checkConditions } from './conditions.rules.ts';
import type { BookingFacts } from './facts.rules.ts';
import { type WantedTime, wantedTimeProblems } from './wanted-time.rules.ts';

/** What somebody wants to book. */
export interface Wish extends WantedTime {
  readonly equipmentId: string;
  /** One unit; any free one where left out. */
  readonly unitId?: string | null | undefined;
  /** The booking being moved, whose own time does not count. */
  readonly movingId?: string | undefined;
}

/** A wish, what it is decided by, and every condition. */
export interface Assessment {
  readonly wish: Wish;
  readonly bookable: Bookable;
  readonly facts: BookingFacts;
  readonly checks: readonly ConditionCheck[];
}

/**
 * Decides a wish as things are now, in one statement. Throws BAD_INPUT for a time that cannot be asked about,
 * NOT_FOUND for equipment or a unit of it that never was.
 */
export async function assess(ctx: Context, wish: Wish): Promise<Assessment> {
  return (await assessUnlessRepeated(ctx, wish, undefined)).assessment;
}

/** The same with the earlier request that had the same key, both as they were at one moment. */
export async function assessUnlessRepeated(
  ctx: Context,
  wish: Wish,
  request: ClientRequest | undefined,
): Promise<{ assessment: Assessment; earlier: EarlierRequest | undefined }> {
  const { equipmentId, unitId, startsAt, endsAt, movingId } = wish;
  const problems = wantedTimeProblems(wish);
  if (problems.length > 0) throw badInput(problems);
  if (!isId(equipmentId) || (unitId && !isId(unitId))) throw notFound();
  const found = await readBookable(ctx, equipmentId, { from: startsAt, until: endsAt, movingId }, request);
  if (!found || (unitId && !found.bookable.units.some((unit) => unit.id === unitId))) throw notFound();
  const { bookable, earlier } = found;
  const facts = factsOf(ctx, bookable, wish);
  return { assessment: { wish, bookable, facts, checks: checkConditions(facts) }, earlier };
}
