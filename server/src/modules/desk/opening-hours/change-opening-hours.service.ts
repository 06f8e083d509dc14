import { sql } from 'kysely';
import { type Context, confirmed, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { record } from '../../../platform/events/record.ts';
import { type Done, idempotent, type Repeatable } from '../../../platform/idempotency/idempotent.service.ts';
import { badInput, DomainError } from '../../../shared/errors.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { localDayOf } from '../../../shared/time/local-time.rules.ts';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Equipment } from '../../equipment/items/equipment.entity.ts';
import { OpeningException, OpeningRule } from '../../opening-hours/hours/opening.entity.ts';
import { openingHoursChanged } from '../../opening-hours/hours/opening-hours.events.ts';
import type { ImpactAnswers } from '../impact/answers.rules.ts';
import type { ImpactCause } from '../impact/cause.rules.ts';
import { type Impact, readImpact } from '../impact/impact.reader.ts';
import { type ImpactUnseen, takeTime } from '../impact/take-time.service.ts';
import { findOwner, type OpeningOwner, type OwnerChoice, readOpenBy } from './plan/opening-owner.reader.ts';
import { type OpeningPlan, openingOfPlan, planProblems } from './plan/opening-plan.rules.ts';
import { replanned } from './plan/replanned.rules.ts';

export interface OpeningPlanChange extends OwnerChoice, OpeningPlan {}

export interface ChangeOpeningHours extends OpeningPlanChange, Repeatable {
  /** The version that was read. */
  readonly version: number;
  /** What becomes of the bookings that lose their time. */
  readonly decisions?: ImpactAnswers | null | undefined;
}

/** Whom a plan would touch. Throws BAD_INPUT, NOT_FOUND, FORBIDDEN. */
export async function impactOf(ctx: Context, change: OpeningPlanChange): Promise<Impact> {
  const owner = await findOwner(ctx, change);
  assertUsable(ctx, owner, change);
  return readImpact(ctx, causeOf(owner, change));
}

/**
 * Replaces all hours of a centre, or all that an equipment keeps of its own; exceptions that are over stay. Bookings
 * that the plan does not cover give way, but only after whoever saves was shown all of them and decided about each.
 * Throws BAD_INPUT, NOT_FOUND, FORBIDDEN, STALE_VERSION, IDEMPOTENCY_KEY_REUSED.
 */
export async function changeOpeningHours(ctx: Context, change: ChangeOpeningHours): Promise<Done | ImpactUnseen> {
  confirmed(ctx);
  assertUsable(ctx, await findOwner(ctx, change), change);
  const work = async (tx: Context): Promise<ImpactUnseen | undefined> => {
    const owner = await findOwner(tx, change, true);
    if (owner.version !== change.version) throw new DomainError('STALE_VERSION');
    return takeTime(tx, causeOf(owner, change), change.decisions ?? {}, async () => {
      const affected = await readOpenBy(tx, owner);
      await replacePlan(tx, owner, change);
      await raiseVersions(tx, owner, affected);
      record(tx, openingHoursChanged({ ...owner, affected }));
      return undefined;
    });
  };
  const id = change.centreId || change.equipmentId || newId();
  return transact(ctx, (tx) => idempotent(tx, 'changeOpeningHours', change, () => work(tx), id));
}

const causeOf = ({ centreId, equipmentId }: OpeningOwner, plan: OpeningPlan): ImpactCause => ({
  ...{ kind: 'hours', centreId, equipmentId },
  replan: (current) => replanned(current, equipmentId, openingOfPlan(plan)),
});

function assertUsable(ctx: Context, { zone }: OpeningOwner, plan: OpeningPlan): void {
  const problems = planProblems(plan, localDayOf(zone, ctx.now.getTime()).date);
  if (problems.length > 0) throw badInput(problems);
}

async function replacePlan(tx: Context, owner: OpeningOwner, plan: OpeningPlan): Promise<void> {
  const { centreId, equipmentId, zone } = owner;
  const today = localDayOf(zone, tx.now.getTime()).date;
  await db(tx)
    .deleteFrom('opening_rule')
    .where('centre_id', '=', centreId)
    .where('equipment_id', 'is not distinct from', equipmentId)
    .execute();
  await db(tx)
    .deleteFrom('opening_exception')
    .where('centre_id', '=', centreId)
    .where('equipment_id', 'is not distinct from', equipmentId)
    .where(({ eb, or }) => or([eb('yearly', '=', true), eb('ends_on', '>=', today)]))
    .execute();
  const { em } = tx;
  const centre = em.getReference(Centre, centreId);
  const equipment = equipmentId === null ? null : em.getReference(Equipment, equipmentId);
  for (const { weekday, opens, closes } of plan.weekly) {
    em.create(OpeningRule, { id: newId(), centre, equipment, weekday, opens, closes });
  }
  for (const { kind, startsOn, endsOn, opens, closes, yearly, messages } of plan.exceptions) {
    const days = { kind, startsOn, endsOn, opens, closes, yearly, messages: { ...messages } };
    em.create(OpeningException, { id: newId(), centre, equipment, ...days });
  }
}

/** Of everything that is open by these hours, so that nobody changes them by what they read before. */
async function raiseVersions(tx: Context, { centreId, equipmentId }: OpeningOwner, affected: string[]): Promise<void> {
  const next = { version: sql<number>`version + 1` };
  if (equipmentId === null) await db(tx).updateTable('centre').set(next).where('id', '=', centreId).execute();
  if (affected.length > 0) await db(tx).updateTable('equipment').set(next).where('id', 'in', affected).execute();
}
