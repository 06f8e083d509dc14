import { type Context, db } from '../../../platform/context/context.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { type Bookable, factsOf, readBookables } from './bookable.reader.ts';
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
  const { equipmentId, unitId, startsAt, endsAt, movingId } = wish;
  const problems = wantedTimeProblems(wish);
  if (problems.length > 0) throw badInput(problems);
  if (!isId(equipmentId) || (unitId && !isId(unitId))) throw notFound();
  const found = await readBookables(ctx, [equipmentId], { from: startsAt, until: endsAt, movingId });
  const bookable = found.get(equipmentId);
  if (!bookable || (unitId && !bookable.units.some((unit) => unit.id === unitId))) throw notFound();
  const facts = factsOf(ctx, bookable, wish);
  return { wish, bookable, facts, checks: checkConditions(facts) };
}

/** Keeps what staff may change about equipment as it is until the transaction ends; who changes it waits. */
export async function lockRules(tx: Context, equipmentId: string): Promise<void> {
  if (!isId(equipmentId)) throw notFound();
  await db(tx).selectFrom('equipment').select('id').where('id', '=', equipmentId).forShare().execute();
}
