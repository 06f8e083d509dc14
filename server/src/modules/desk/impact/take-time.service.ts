/**
 * The one way in which time is taken from those who booked it. Whoever closes, blocks, withdraws, suspends or changes
 * hours builds an {@link ImpactCause}, shows `readImpact(ctx, cause)` (GraphQL: `ImpactObject`, made by
 * `presentImpact`; page: `client/src/lib/features/desk/impact/impact.svelte`) and writes by `takeTime`, in a
 * transaction of its own:
 *
 *     return transact(ctx, (tx) => takeTime(tx, cause, input.decisions ?? {}, async () => { …own rows… }));
 *
 * The answer is undefined once all is written, or the impact, with nothing written, where others are touched than
 * those who were shown. Letters leave after the commit, by the events.
 */
import { type Context, db } from '../../../platform/context/context.ts';
import { badInput } from '../../../shared/errors.ts';
import { releaseAllAt } from '../../booking/holds/commands/end-holds.service.ts';
import { withdrawOffers } from '../../booking/offers/commands/end-offers.service.ts';
import { decideAll, type ImpactAnswers } from './answers.rules.ts';
import { forGood, type ImpactCause } from './cause.rules.ts';
import { type Impact, nobodyAffected, readImpact } from './impact.reader.ts';
import { noteDecisions, settle } from './settling/settle.service.ts';
import { placeAll } from './settling/targets.service.ts';

/** Nothing was saved: others are affected than those who were shown. */
export interface ImpactUnseen {
  readonly impact: Impact;
}

/**
 * Takes time away once everybody whom it touches was shown and decided about. `write` does what the cause is; it may
 * return the id of the closure that it made. Bookings under way are waited for, and those that come later decided by
 * what was written. Throws BAD_INPUT for decisions, and CONFLICT where a time that is offered was taken elsewhere.
 */
export async function takeTime(
  tx: Context,
  cause: ImpactCause,
  answers: ImpactAnswers,
  write: () => Promise<string | undefined>,
): Promise<ImpactUnseen | undefined> {
  await lockCentre(tx, cause.centreId);
  const impact = await readImpact(tx, cause);
  if (impact.fingerprint !== (answers.fingerprint ?? nobodyAffected)) return { impact };
  // Whoever cancels or checks in needs no equipment, and may just have done so.
  if (!(await lockBookings(tx, impact))) return { impact: await readImpact(tx, cause) };
  const { decided, problems } = decideAll(impact.bookings, answers, tx.now);
  const places = problems.length > 0 ? undefined : await placeAll(tx, impact, decided);
  const wrong = [...problems, ...(places?.problems ?? [])];
  if (wrong.length > 0) throw badInput(wrong.map((problem) => ({ ...problem, field: `decisions.${problem.field}` })));
  const outcomes = await settle(tx, impact, decided, places?.placed ?? []);
  if ('unitIds' in cause) {
    const during = 'during' in cause ? cause.during : { start: cause.from, end: forGood };
    await releaseAllAt(tx, cause.unitIds, during);
    await withdrawOffers(tx, cause.unitIds, during);
  }
  const closureId = await write();
  await noteDecisions(tx, { impact, rows: decided, outcomes, closureId });
  return undefined;
}

/**
 * All equipment of a centre, in the order of ids. A booking holds the row of its equipment for share: those under way
 * are waited for, and those that come later see what was written.
 */
async function lockCentre(tx: Context, centreId: string): Promise<void> {
  await db(tx)
    .selectFrom('equipment')
    .select('id')
    .where('centre_id', '=', centreId)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute();
}

/** Locks the bookings; false where any of them is no longer as it was read. */
async function lockBookings(tx: Context, { bookings }: Impact): Promise<boolean> {
  if (bookings.length === 0) return true;
  const rows = await db(tx)
    .selectFrom('booking')
    .select(['id', 'version'])
    .where(
      'id',
      'in',
      bookings.map(({ id }) => id),
    )
    .orderBy('id')
    .forUpdate()
    .execute();
  const versions = new Map(rows.map(({ id, version }) => [id, version]));
  return bookings.every(({ id, version }) => versions.get(id) === version);
}
