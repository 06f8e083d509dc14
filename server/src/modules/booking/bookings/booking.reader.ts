import { type Context, db } from '../../../platform/context/context.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { isId } from '../../../shared/ids/ids.ts';
import type { Stretch } from '../../../shared/time/stretch.rules.ts';
import type { BookingPeriod } from './booking.enums.ts';
import { maySeeBooking } from './booking.policy.ts';
import { fallenStates, standingStates } from './booking-lifecycle.rules.ts';

const selectBookings = (database: Database) =>
  database
    .selectFrom('booking')
    .innerJoin('equipment', 'equipment.id', 'booking.equipment_id')
    .select([
      'booking.id',
      'booking.equipment_id as equipmentId',
      'booking.unit_id as unitId',
      'equipment.centre_id as centreId',
      'booking.starts_at as startsAt',
      'booking.ends_at as endsAt',
      'booking.state',
      'booking.booker_id as bookerId',
      'booking.organisation_id as organisationId',
      'booking.acting_centre_id as actingCentreId',
      'booking.purpose',
      'booking.created_at as createdAt',
      'booking.answer_by as answerBy',
      'booking.terms',
      'booking.checked_in_at as checkedInAt',
      'booking.checked_in_by_id as checkedInById',
      'booking.finished_at as finishedAt',
      'booking.ending_at as endingAt',
      'booking.ending_by as endingBy',
      'booking.ending_person_id as endingPersonId',
      'booking.ending_reason as endingReason',
      'booking.version',
    ]);

type Stored = Awaited<ReturnType<ReturnType<typeof selectBookings>['execute']>>[number];

export type BookingRow = ReturnType<typeof bookingOf>;

const bookingOf = (stored: Stored) => ({
  ...stored,
  bookerId: stored.bookerId ?? null,
  organisationId: stored.organisationId ?? null,
  actingCentreId: stored.actingCentreId ?? null,
  answerBy: stored.answerBy ?? null,
  checkedInAt: stored.checkedInAt ?? null,
  checkedInById: stored.checkedInById ?? null,
  finishedAt: stored.finishedAt ?? null,
  endingAt: stored.endingAt ?? null,
  endingBy: stored.endingBy ?? null,
  endingPersonId: stored.endingPersonId ?? null,
});

/** Bookings by id, whoever asks; {@link maySeeBooking} decides what is shown. */
export async function readBookings(ctx: Context, ids: readonly string[]): Promise<ReadonlyMap<string, BookingRow>> {
  const rows = await selectBookings(db(ctx))
    .where('booking.id', 'in', [...ids])
    .execute();
  return new Map(rows.map((row) => [row.id, bookingOf(row)]));
}

/** One booking that the actor may see, locked until the transaction ends where `lock` is set. */
export async function findBooking(ctx: Context, id: string, lock = false): Promise<BookingRow | undefined> {
  if (!isId(id)) return undefined;
  const query = selectBookings(db(ctx)).where('booking.id', '=', id);
  const stored = await (lock ? query.forUpdate('booking') : query).executeTakeFirst();
  const row = stored && bookingOf(stored);
  return row && maySeeBooking(ctx.actor, row) ? row : undefined;
}

/** A request whose deadline has come, locked; undefined where it is answered, or being answered. */
export async function lockOverdue(tx: Context, id: string): Promise<BookingRow | undefined> {
  const stored = await selectBookings(db(tx))
    .where('booking.id', '=', id)
    .where('booking.answer_by', '<=', tx.now)
    .forUpdate('booking')
    .skipLocked()
    .executeTakeFirst();
  return stored && bookingOf(stored);
}

/** A booking whose end has come, locked; undefined where it is over, or somebody acts on it. */
export async function lockOver(tx: Context, id: string): Promise<BookingRow | undefined> {
  const stored = await selectBookings(db(tx))
    .where('booking.id', '=', id)
    .where('booking.ends_at', '<=', tx.now)
    .forUpdate('booking')
    .skipLocked()
    .executeTakeFirst();
  return stored && bookingOf(stored);
}

/** The standing bookings of a person that touch a time, the first few; `exceptId` is not counted. */
export async function readClashes(
  ctx: Context,
  personId: string,
  { startsAt, endsAt }: Stretch,
  exceptId?: string,
): Promise<BookingRow[]> {
  const rows = await selectBookings(db(ctx))
    .where('booking.booker_id', '=', personId)
    .where('booking.state', 'in', [...standingStates])
    .where('booking.starts_at', '<', endsAt)
    .where('booking.ends_at', '>', startsAt)
    .$if(exceptId !== undefined, (query) => query.where('booking.id', '<>', exceptId ?? ''))
    .orderBy('booking.starts_at')
    .orderBy('booking.id')
    .limit(3)
    .execute();
  return rows.map(bookingOf);
}

const ofPerson = (ctx: Context, personId: string, period: BookingPeriod) => {
  const bookings = selectBookings(db(ctx)).where('booking.booker_id', '=', personId);
  if (period === 'cancelled') return bookings.where('booking.state', 'in', [...fallenStates]);
  if (period === 'upcoming') {
    return bookings.where('booking.state', 'in', [...standingStates]).where('booking.ends_at', '>', ctx.now);
  }
  return bookings
    .where('booking.state', 'not in', [...fallenStates])
    .where(({ eb, or }) =>
      or([eb('booking.state', 'in', ['completed', 'no_show']), eb('booking.ends_at', '<=', ctx.now)]),
    );
};

/** The order of a person's bookings: the next one first, of what is over the last one first. */
const order = (period: BookingPeriod) => (period === 'upcoming' ? 'asc' : 'desc');

/** A booking's place in the list of a person. */
export const bookingKeyset = (row: BookingRow): Keyset => [row.startsAt.toISOString(), row.id];

/** One page of the bookings a person made. */
export async function listBookings(
  ctx: Context,
  personId: string,
  { period, first, after }: { period: BookingPeriod; first: number; after: Keyset | undefined },
): Promise<PageOf<BookingRow>> {
  const direction = order(period);
  let query = ofPerson(ctx, personId, period)
    .orderBy('booking.starts_at', direction)
    .orderBy('booking.id', direction)
    .limit(first + 1);
  if (after) {
    const [startsAt, id] = [new Date(String(after[0])), String(after[1])];
    const beyond = direction === 'asc' ? '>' : '<';
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('booking.starts_at', 'booking.id'), beyond, tuple(startsAt, id)),
    );
  }
  return pageOf((await query.execute()).map(bookingOf), first);
}

/** How many bookings a person has in a period. */
export async function countBookings(ctx: Context, personId: string, period: BookingPeriod): Promise<number> {
  const { count } = await ofPerson(ctx, personId, period)
    .clearSelect()
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
