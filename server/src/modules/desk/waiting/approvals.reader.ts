import { type Context, db } from '../../../platform/context/context.ts';
import { type Keyset, type PageOf, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import { type BookingRow, readBookings } from '../../booking/bookings/booking.reader.ts';
import { requestedState } from '../../booking/bookings/booking-lifecycle.rules.ts';

const waitingAt = (ctx: Context, centreId: string) =>
  db(ctx)
    .selectFrom('booking')
    .innerJoin('equipment', 'equipment.id', 'booking.equipment_id')
    .where('booking.state', '=', requestedState)
    // Said for the index, which has these alone.
    .where('booking.answer_by', 'is not', null)
    .where('equipment.centre_id', '=', centreId);

/** A booking's place in the list of those that wait. */
export const approvalKeyset = ({ answerBy, startsAt, id }: BookingRow): Keyset => [
  (answerBy ?? startsAt).toISOString(),
  id,
];

/** One page of the bookings at a centre that wait for the staff, the one that must be answered first before others. */
export async function listApprovals(
  ctx: Context,
  centreId: string,
  { first, after }: { readonly first: number; readonly after: Keyset | undefined },
): Promise<PageOf<BookingRow>> {
  let query = waitingAt(ctx, centreId)
    .select('booking.id')
    .orderBy('booking.answer_by')
    .orderBy('booking.id')
    .limit(first + 1);
  if (after) {
    const [answerBy, id] = [new Date(String(after[0])), String(after[1])];
    query = query.where(({ eb, refTuple, tuple }) =>
      eb(refTuple('booking.answer_by', 'booking.id'), '>', tuple(answerBy, id)),
    );
  }
  const ids = (await query.execute()).map(({ id }) => id);
  const rows = ids.length === 0 ? new Map<string, BookingRow>() : await readBookings(ctx, ids);
  return pageOf(
    ids.flatMap((id) => rows.get(id) ?? []),
    first,
  );
}

/** How many bookings at a centre wait for the staff. */
export async function countApprovals(ctx: Context, centreId: string): Promise<number> {
  const { count } = await waitingAt(ctx, centreId)
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}
