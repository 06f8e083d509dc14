import { sql } from 'kysely';
import { type Context, db } from '../../../../platform/context/context.ts';
import { transact } from '../../../../platform/context/transact.ts';
import { record } from '../../../../platform/events/record.ts';
import { badInput, DomainError } from '../../../../shared/errors.ts';
import { newId } from '../../../../shared/ids/ids.ts';
import { textProblem } from '../../../../shared/text/text.rules.ts';
import { personalConditions } from '../../bookings/booking.policy.ts';
import type { BookingRequest } from '../../conditions/bookable-equipment.reader.ts';
import { type BookingRefusal, readBookingFacts } from '../../conditions/booking-facts.reader.ts';
import { withBuffers } from '../../conditions/condition.rules.ts';
import { decide } from '../../conditions/conditions.ts';
import { slotTaken } from '../../conditions/slot-free/slot-free.rules.ts';
import { freeUnits } from '../../conditions/unit-available/unit-facts.rules.ts';
import { occupy } from '../../occupancy/occupancy.service.ts';
import { holdMade } from '../hold.events.ts';
import { findHold, type HoldRow, tokenHashOf } from '../hold.reader.ts';
import { holdUntil, stateAt, tokenLength } from '../hold.rules.ts';
import { endAllOf, endHolds } from './end-holds.service.ts';

export interface HoldTime extends Pick<BookingRequest, 'equipmentId' | 'unitId' | 'startsAt' | 'endsAt'> {
  /** The secret by which the browser will know the hold again, chosen by it at random. */
  readonly token: string;
  /** The secret of the browser's earlier hold, if any. */
  readonly earlierToken?: string | null | undefined;
}

/** A hold that stands, with the secret that it is known by, or why there is none. */
export type HoldResult = { readonly token: string; readonly hold: HoldRow } | BookingRefusal;

/**
 * Holds a time for a few minutes for whoever could book it if only they were known, and lets go of what the browser,
 * or the person, held before; asking again for what is held changes only its secret. Throws BAD_INPUT, NOT_FOUND,
 * IDEMPOTENCY_KEY_REUSED for a secret that came with another wish, and CONFLICT where the time, or the person's one
 * hold, was taken in the same moment: what they held before is then held still.
 */
export async function holdTime(ctx: Context, input: HoldTime): Promise<HoldResult> {
  const { token, earlierToken } = input;
  const problem = textProblem(token, tokenLength);
  if (problem) throw badInput([{ field: 'token', message: problem }]);
  return transact(ctx, async (tx): Promise<HoldResult> => {
    await oneAtATime(tx, token);
    const earlier = earlierToken ? await findHold(tx, earlierToken, true) : undefined;
    const held = [earlier, await findHold(tx, token)].find((hold) => hold && isStill(tx, hold, input));
    if (held) return { token, hold: await knownBy(tx, token, held) };
    const known = await readBookingFacts(tx, { ...wishOf(input), holdId: earlier?.id }, true);
    // Time is held to let the conditions about the person be met.
    const reasons = decide(known.facts).reasons.filter(({ condition }) => !personalConditions.includes(condition));
    if (reasons.length > 0) return { ...known, reasons };
    const before = (await endHolds(tx, earlier ? [earlier.id] : [], 'released')) + (await endAllOf(tx));
    const id = newId();
    const during = withBuffers(known.facts);
    const expiresAt = holdUntil(tx.now);
    const unitId = await occupy(tx, freeUnits(known.facts), during, { kind: 'hold', id, expiresAt });
    if (!unitId) {
      const taken = slotTaken(known.facts);
      if (before > 0) throw new DomainError('CONFLICT', taken.message);
      return { ...known, reasons: [taken] };
    }
    const hold = await write(tx, { ...wishOf(input), unitId, id, token, expiresAt });
    const { id: equipmentId, centreId } = known.request.equipment;
    record(tx, holdMade({ equipmentId, unitId, centreId, touched: during }));
    return { token, hold };
  });
}

/** A request that is sent twice waits for the first one, and then finds what that made. */
async function oneAtATime(tx: Context, token: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${tokenHashOf(token)}, 0))`.execute(db(tx));
}

const wishOf = ({ equipmentId, unitId, startsAt, endsAt }: HoldTime) => ({ equipmentId, unitId, startsAt, endsAt });

/** Whether a hold stands and is of just what is wanted. */
const isStill = (tx: Context, hold: HoldRow, { equipmentId, unitId, startsAt, endsAt }: HoldTime): boolean =>
  stateAt(hold, tx.now) === 'held' &&
  hold.equipmentId === equipmentId &&
  (!unitId || hold.unitId === unitId) &&
  hold.startsAt.getTime() === startsAt.getTime() &&
  hold.endsAt.getTime() === endsAt.getTime();

/** The hold, known by this secret alone from now on: the earlier one may have come by a link that others know too. */
async function knownBy(tx: Context, token: string, hold: HoldRow): Promise<HoldRow> {
  const secret = { token_hash: tokenHashOf(token) };
  const others = db(tx).selectFrom('hold').select('id').where('token_hash', '=', secret.token_hash);
  if (await others.where('id', '!=', hold.id).executeTakeFirst()) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
  await db(tx).updateTable('hold').set(secret).where('id', '=', hold.id).execute();
  return hold;
}

type Won = Pick<HoldRow, 'id' | 'equipmentId' | 'unitId' | 'startsAt' | 'endsAt' | 'expiresAt'>;

async function write(tx: Context, { token, ...won }: Won & { readonly token: string }): Promise<HoldRow> {
  const hold: HoldRow = {
    ...won,
    personId: tx.actor.kind === 'member' ? tx.actor.personId : null,
    createdAt: tx.now,
    state: 'held',
  };
  const written = await db(tx)
    .insertInto('hold')
    .values({
      ...{ id: hold.id, token_hash: tokenHashOf(token), person_id: hold.personId, state: hold.state },
      ...{ equipment_id: hold.equipmentId, unit_id: hold.unitId, starts_at: hold.startsAt, ends_at: hold.endsAt },
      ...{ created_at: hold.createdAt, expires_at: hold.expiresAt },
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) throw new DomainError((await findHold(tx, token)) ? 'IDEMPOTENCY_KEY_REUSED' : 'CONFLICT');
  return hold;
}
