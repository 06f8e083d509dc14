import { visitor } from '../../../../access/actor.rules.ts';
import type { Context } from '../../../../platform/context/context.ts';
import { readMembers } from '../../../people/acting-for/actor.reader.ts';
import type { BookingRow } from '../../bookings/booking.reader.ts';
import { type BookableRequest, readBookableEquipment } from '../bookable-equipment.reader.ts';
import { type KnownRequest, readFactsOf } from '../booking-facts.reader.ts';
import { type BookingDecision, decide } from '../conditions.ts';

/** What approving a request would come to, by the rights of whom it is for. */
export interface Approval extends KnownRequest {
  readonly decision: BookingDecision;
}

/**
 * What approving each of the requests would come to now, in their order and in as many statements as for one. With
 * `lock` the rules of the equipment stay as they were read until the transaction ends.
 */
export async function readApprovals(ctx: Context, bookings: readonly BookingRow[], lock = false): Promise<Approval[]> {
  if (bookings.length === 0) return [];
  const equipment = await readBookableEquipment(ctx, [...new Set(bookings.map((row) => row.equipmentId))], lock);
  const people = await readMembers(ctx, [...new Set(bookings.flatMap(({ bookerId }) => bookerId ?? []))]);
  const requests = bookings.flatMap((row): BookableRequest[] => {
    const known = equipment.get(row.equipmentId);
    // Nobody is left of an erased account, so that it may book nothing either.
    const requester = (row.bookerId !== null && people.get(row.bookerId)) || visitor;
    return known ? [{ ...requestOf(row), requester, equipment: known }] : [];
  });
  const facts = await readFactsOf(ctx, requests);
  return facts.map((known) => ({ ...known, decision: decide(known.facts) }));
}

const requestOf = ({ id, equipmentId, unitId, startsAt, endsAt }: BookingRow) => ({
  ...{ equipmentId, unitId, startsAt, endsAt },
  movingId: id,
});
