import { type Context, db } from '../../../platform/context/context.ts';
import { pickTranslation } from '../../../platform/i18n/locale.rules.ts';
import { isTakenAt } from '../../equipment/availability/busy.sql.ts';
import { maySeeBooking } from '../bookings/booking.policy.ts';
import { requestedState } from '../bookings/booking-lifecycle.rules.ts';
import type { OccupancyKind } from '../occupancy/occupancy.enums.ts';
import { occupiedFrom, occupiedUntil, touches } from '../occupancy/occupancy.sql.ts';

/** Taken time of a unit, as far as the actor may know of it. */
export interface OccupancyRow {
  readonly id: string;
  readonly unitId: string;
  /** With set-up and clean-up. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly kind: OccupancyKind;
  readonly note: string | null;
  /** Whether it waits for the staff to agree. */
  readonly waiting: boolean;
  /** Whether the actor booked or holds it. */
  readonly mine: boolean;
  /** The booking behind it; null where there is none, or where the actor may not know of it. */
  readonly bookingId: string | null;
}

/** All that is taken of units and touches `[from, until)`, in order of time, in one statement. */
export async function readOccupancies(
  ctx: Context,
  unitIds: readonly string[],
  from: Date,
  until: Date,
): Promise<OccupancyRow[]> {
  if (unitIds.length === 0) return [];
  const { actor } = ctx;
  const rows = await db(ctx)
    .selectFrom('occupancy')
    .select(['occupancy.id', 'occupancy.unit_id as unitId', 'occupancy.kind', 'occupancy.note'])
    .select([occupiedFrom.as('startsAt'), occupiedUntil.as('endsAt')])
    .where(isTakenAt(ctx.now))
    .where('occupancy.unit_id', 'in', [...unitIds])
    .where(touches({ start: from.getTime(), end: until.getTime() }))
    .leftJoin('booking', 'booking.id', 'occupancy.booking_id')
    .leftJoin('closure', 'closure.id', 'occupancy.closure_id')
    .select(['booking.state', 'closure.messages'])
    // Whose a booking is a visitor may never know, so it is not looked up for them.
    .$if(actor.kind === 'member', (query) =>
      query
        .leftJoin('equipment', 'equipment.id', 'booking.equipment_id')
        .leftJoin('hold', 'hold.id', 'occupancy.hold_id')
        .select(['booking.id as bookingId', 'booking.booker_id as bookerId', 'equipment.centre_id as centreId'])
        .select(['booking.organisation_id as organisationId', 'booking.acting_centre_id as actingCentreId'])
        .leftJoin('offer', 'offer.id', 'occupancy.offer_id')
        .select(({ fn }) => fn.coalesce('hold.person_id', 'offer.person_id').as('holderId')),
    )
    .orderBy(occupiedFrom)
    .orderBy('occupancy.id')
    .execute();
  return rows.map(
    ({
      bookingId,
      centreId,
      bookerId,
      holderId,
      organisationId,
      actingCentreId,
      note,
      messages,
      state,
      ...occupancy
    }) => {
      const holders = {
        bookerId: bookerId ?? null,
        organisationId: organisationId ?? null,
        actingCentreId: actingCentreId ?? null,
      };
      const known = bookingId && centreId && maySeeBooking(actor, { ...holders, centreId });
      return {
        ...occupancy,
        note: note ?? pickTranslation(messages ?? {}, ctx.locale) ?? null,
        waiting: state === requestedState,
        mine: actor.kind === 'member' && [bookerId, holderId].includes(actor.personId),
        bookingId: known ? bookingId : null,
      };
    },
  );
}
