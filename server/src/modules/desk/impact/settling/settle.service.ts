import { sql } from 'kysely';
import { type Context, db } from '../../../../platform/context/context.ts';
import { recordAudit } from '../../../../platform/events/audit/record-audit.ts';
import { record } from '../../../../platform/events/record.ts';
import { newId } from '../../../../shared/ids/ids.ts';
import { hull } from '../../../../shared/time/interval.rules.ts';
import { bookingCancelled, bookingKept, bookingMoved } from '../../../booking/bookings/booking.events.ts';
import { fillClosures } from '../../../booking/closures/fill-closures.service.ts';
import { waitingUntil } from '../../../booking/commands/waiting-until.rules.ts';
import { minute } from '../../../booking/conditions/condition.rules.ts';
import { shorten } from '../../../booking/occupancy/occupancy.service.ts';
import { rangeOf } from '../../../booking/occupancy/occupancy.sql.ts';
import { offerTime } from '../../../booking/offers/commands/offer-time.service.ts';
import type { Decided } from '../answers.rules.ts';
import { begins } from '../cause.rules.ts';
import type { ImpactOutcome } from '../decisions/decision.enums.ts';
import type { AffectedBooking, Impact } from '../impact.reader.ts';
import type { Placed } from './targets.service.ts';

type Row = Decided<AffectedBooking>;

/** What every booking comes to, written in as many statements whatever their number but for offers and what has begun. */
export async function settle(
  tx: Context,
  impact: Impact,
  rows: readonly Row[],
  placed: readonly Placed[],
): Promise<ReadonlyMap<string, ImpactOutcome>> {
  const begun = rows.filter(({ action, booking }) => action === 'cancel' && booking.startsAt <= tx.now);
  const moved = placed.filter(({ decided }) => decided.action === 'move');
  const offered = placed.filter(({ decided }) => decided.action === 'offer');
  const ended = rows.filter((row) => row.action === 'offer' || (row.action === 'cancel' && !begun.includes(row)));
  await free(tx, [...ended, ...moved.map(({ decided }) => decided)]);
  await cancel(tx, impact, ended);
  await move(tx, impact, moved);
  for (const row of begun) await endEarly(tx, impact, row);
  for (const { decided, request, unitId, during } of offered) {
    const { booking, reason } = decided;
    await offerTime(tx, {
      ...{ kind: 'instead', bookingId: booking.id, personId: booking.bookerId ?? '', message: reason },
      ...{ equipmentId: request.equipmentId, centreId: request.equipment.centreId, unitId, during },
      ...{ startsAt: request.startsAt, endsAt: request.endsAt },
    });
  }
  for (const { booking, action } of rows) {
    if (action !== 'keep') continue;
    record(tx, bookingKept({ ...booking, centreId: impact.cause.centreId, touched: booking.occupied }));
  }
  await refill(tx, [...ended, ...moved.map(({ decided }) => decided)]);
  const outcomeOf = ({ action, booking }: Row): ImpactOutcome => {
    if (action === 'cancel') return booking.startsAt <= tx.now ? 'shortened' : 'cancelled';
    return ({ keep: 'kept', move: 'moved', offer: 'offered' } as const)[action];
  };
  return new Map(rows.map((row) => [row.booking.id, outcomeOf(row)]));
}

const idsOf = (rows: readonly Row[]): string[] => rows.map(({ booking }) => booking.id);

/** Frees all time that bookings give up, before any of them takes that of another. */
async function free(tx: Context, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  await db(tx).updateTable('occupancy').set({ blocking: false }).where('booking_id', 'in', idsOf(rows)).execute();
}

/** What another closure has there, it takes again. */
async function refill(tx: Context, rows: readonly Row[]): Promise<void> {
  const [first, ...more] = rows.map(({ booking }) => booking.occupied);
  if (!first) return;
  const unitIds = [...new Set(rows.map(({ booking }) => booking.unitId))];
  await fillClosures(tx, { unitIds, during: more.reduce(hull, first) });
}

async function cancel(tx: Context, { cause }: Impact, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const reasons = JSON.stringify(rows.map(({ booking, reason }) => ({ id: booking.id, reason })));
  const by = tx.actor.kind === 'member' ? tx.actor.personId : null;
  await sql`update booking set state = 'cancelled', answer_by = null, version = version + 1, ending_at = ${tx.now},
      ending_by = 'staff', ending_person_id = ${by}, ending_reason = given.reason
    from jsonb_to_recordset(${reasons}::jsonb) as given(id uuid, reason text)
    where booking.id = given.id`.execute(db(tx));
  for (const { booking } of rows) {
    record(tx, bookingCancelled({ ...booking, centreId: cause.centreId, touched: booking.occupied }));
  }
}

async function move(tx: Context, { cause }: Impact, placed: readonly Placed[]): Promise<void> {
  if (placed.length === 0) return;
  const states = await db(tx)
    .selectFrom('booking')
    .select(['id', 'state', 'answer_by as answerBy'])
    .where(
      'id',
      'in',
      placed.map(({ decided }) => decided.booking.id),
    )
    .execute();
  const before = new Map(states.map((row) => [row.id, row]));
  const rows = placed.map(({ decided, request, facts, unitId, during }) => {
    const { id } = decided.booking;
    const { state = 'confirmed', answerBy = null } = before.get(id) ?? {};
    return {
      ...{ id, unit: unitId, equipment: request.equipmentId, during: rangeOf(during) },
      ...{ starts: request.startsAt, ends: request.endsAt, terms: request.equipment.rules },
      answer: waitingUntil(state, facts, answerBy),
    };
  });
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, unit uuid, equipment uuid,
    during text, starts timestamptz, ends timestamptz, terms jsonb, answer timestamptz)`;
  await sql`update occupancy set unit_id = given.unit, during = given.during::tstzrange, blocking = true
    from ${given} where occupancy.booking_id = given.id`.execute(db(tx));
  await sql`update booking set unit_id = given.unit, equipment_id = given.equipment, starts_at = given.starts,
      ends_at = given.ends, terms = given.terms, answer_by = given.answer, version = version + 1
    from ${given} where booking.id = given.id`.execute(db(tx));
  for (const { decided, request, unitId, during } of placed) {
    const { booking } = decided;
    const { centreId } = cause;
    const same = booking.equipmentId === request.equipmentId;
    const place = { ...booking, centreId, unitId, equipmentId: request.equipmentId };
    record(tx, bookingMoved({ ...place, touched: same ? hull(booking.occupied, during) : during }));
  }
}

/** What has begun ends when its time is taken: not before this minute. */
async function endEarly(tx: Context, { cause }: Impact, { booking }: Row): Promise<void> {
  const now = Math.floor(tx.now.getTime() / minute) * minute;
  const until = Math.max(begins(cause) ?? now, now, booking.booked.start + minute);
  await shorten(tx, { kind: 'booking', id: booking.id }, until);
  await db(tx)
    .updateTable('booking')
    .set({ ends_at: new Date(Math.min(until, booking.booked.end)), version: booking.version + 1 })
    .where('id', '=', booking.id)
    .execute();
  record(tx, bookingMoved({ ...booking, centreId: cause.centreId, touched: booking.occupied }));
}

export interface DecisionNote {
  readonly impact: Impact;
  readonly rows: readonly Row[];
  readonly outcomes: ReadonlyMap<string, ImpactOutcome>;
  readonly closureId: string | undefined;
}

/** Keeps what was decided and why. */
export async function noteDecisions(tx: Context, { impact, rows, outcomes, closureId }: DecisionNote): Promise<void> {
  if (rows.length === 0) return;
  const decidedBy = tx.actor.kind === 'member' ? tx.actor.personId : null;
  await db(tx)
    .insertInto('impact_decision')
    .values(
      rows.map(({ booking, reason }) => ({
        ...{ id: newId(), centre_id: impact.cause.centreId, booking_id: booking.id, cause: impact.cause.kind },
        ...{ closure_id: closureId ?? null, outcome: outcomes.get(booking.id) ?? 'kept', reason },
        ...{ unit_id: booking.unitId, starts_at: booking.startsAt, ends_at: booking.endsAt },
        ...{ decided_at: tx.now, decided_by_id: decidedBy },
      })),
    )
    .execute();
  for (const { booking, reason } of rows) {
    recordAudit(tx, `booking.${outcomes.get(booking.id) ?? 'kept'}_by_impact`, {
      ...{ centreId: impact.cause.centreId, personId: booking.bookerId, object: { type: 'booking', id: booking.id } },
      before: {
        startsAt: booking.startsAt.toISOString(),
        endsAt: booking.endsAt.toISOString(),
        unitId: booking.unitId,
      },
      ...{ after: { cause: impact.cause.kind }, reason },
    });
  }
}
