import { sql } from 'kysely';
import { type Context, db, signedIn, transact } from '../context.ts';
import { badInput } from '../errors.ts';
import { once } from '../shared/idempotency.service.ts';
import { newId } from '../shared/ids.ts';
import { oneLine, textProblem } from '../shared/text.rules.ts';
import { readAlternatives } from './alternatives.reader.ts';
import type { Alternative } from './alternatives.rules.ts';
import { type Assessment, assess, type Wish } from './assessment.reader.ts';
import type { FrozenTerms } from './booking.entity.ts';
import type { ConditionCheck } from './booking-condition.rules.ts';
import { announceBooking } from './booking-event.service.ts';
import { type TimeRules, withBuffers } from './conditions/facts.rules.ts';
import { freeUnits, slotTaken } from './conditions/unit-conditions.rules.ts';
import { unmet } from './conditions.rules.ts';

/** The longest purpose, in characters. */
export const longestPurpose = 400;

export interface BookEquipment extends Omit<Wish, 'movingId'> {
  readonly purpose?: string | null;
  readonly idempotencyKey: string;
}

/** A booking that stands, or every reason against it with other ways to the same end. */
export type BookingOutcome =
  | { readonly bookingId: string; readonly repeated: boolean }
  | { readonly reasons: readonly ConditionCheck[]; readonly alternatives: readonly Alternative[] };

/**
 * Books a unit for the actor, or the first free one in the order of their positions. The database decides who
 * comes first: of any number of requests for one slot exactly one succeeds. Throws SIGN_IN_REQUIRED, BAD_INPUT,
 * NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
 */
export async function bookEquipment(ctx: Context, input: BookEquipment): Promise<BookingOutcome> {
  signedIn(ctx);
  const { idempotencyKey: key, ...fingerprint } = input;
  const purpose = oneLine(input.purpose ?? '');
  const problem = textProblem(purpose, { minimum: 0, maximum: longestPurpose });
  if (problem) throw badInput([{ field: 'purpose', message: problem }]);
  const { id, repeated, refusal } = await transact(ctx, (tx) =>
    once(tx, { key, operation: 'bookEquipment', fingerprint }, async (id) => {
      const assessment = await assess(tx, input);
      const reasons = unmet(assessment.checks);
      if (reasons.length > 0) return { assessment, reasons };
      const unit = await takeUnit(tx, id, assessment, purpose);
      if (unit === undefined) return { assessment, reasons: [slotTaken(assessment.facts)] };
      announceBooking(tx, 'booking.made', { ...assessment.bookable, id, unitId: unit }, withBuffers(assessment.facts));
      return undefined;
    }),
  );
  if (!refusal) return { bookingId: id, repeated };
  const { assessment, reasons } = refusal;
  return { reasons, alternatives: await readAlternatives(ctx, assessment, reasons) };
}

/** Takes the first unit that is still free, trying them in order; undefined where others were faster everywhere. */
async function takeUnit(tx: Context, id: string, { wish, facts, bookable }: Assessment, purpose: string) {
  const { personId, actingFor } = signedIn(tx);
  const taken = withBuffers(facts);
  for (const unit of freeUnits(facts)) {
    // A plain insert into contended time deadlocks; one that does nothing on conflict waits for the other and
    // comes back without a row. Both rows are one statement, so that neither is ever there without the other.
    const { rows } = await sql`
      with taken as (
        insert into occupancy (id, unit_id, during, kind, blocking, booking_id)
        values (${newId()}, ${unit}, tstzrange(${new Date(taken.start)}, ${new Date(taken.end)}), 'booking', true, ${id})
        on conflict do nothing returning unit_id)
      insert into booking (id, equipment_id, unit_id, starts_at, ends_at, state, booker_id, organisation_id,
        acting_centre_id, purpose, terms, created_at, version)
      select ${id}::uuid, ${wish.equipmentId}::uuid, unit_id, ${wish.startsAt}::timestamptz, ${wish.endsAt}::timestamptz,
        'confirmed', ${personId}::uuid, ${actingFor?.kind === 'organisation' ? actingFor.id : null}::uuid,
        ${actingFor?.kind === 'centre' ? actingFor.id : null}::uuid, ${purpose},
        ${JSON.stringify(frozenTerms(bookable.rules))}::jsonb, ${tx.now}::timestamptz, 1
      from taken returning id`.execute(db(tx));
    if (rows.length > 0) return unit;
  }
  return undefined;
}

/** The rules under which a booking was made, or last moved. */
export const frozenTerms = (rules: TimeRules): FrozenTerms => ({
  gridMinutes: rules.gridMinutes,
  minimumMinutes: rules.minimumMinutes,
  maximumMinutes: rules.maximumMinutes,
  bufferBeforeMinutes: rules.bufferBeforeMinutes,
  bufferAfterMinutes: rules.bufferAfterMinutes,
});
