import { fail, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { refuse } from '#lib/api/action.server.ts';
import { goDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { pickedFields } from '#lib/features/booking/pick/picked-fields.server.ts';
import { loadPicking } from '#lib/features/booking/picker/picking.server.ts';
import { AlternativeFields, ReasonFields } from '#lib/features/booking/timeline.documents.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { whole } from '#lib/forms/schema.server.ts';
import { href } from '#lib/i18n/locale.ts';

const BookingToMove = graphql(`
  query BookingToMove($id: ID!) {
    booking(id: $id) {
      id startsAt endsAt version
      unit { id name }
      viewerCan { move }
      equipment {
        id name
        centre { slug name zone }
        units { id name }
        rules {
          gridMinutes minimumMinutes maximumMinutes leadMinutes horizonDays bufferBeforeMinutes bufferAfterMinutes
        }
      }
    }
  }
`);

const MoveBooking = graphql(
  `
    mutation MoveBooking($input: MoveBookingInput!) {
      moveBooking(input: $input) {
        __typename
        ... on Booked { booking { id } }
        ... on BookingRefused { reasons { ...ReasonFields } alternatives { ...AlternativeFields } }
      }
    }
  `,
  [ReasonFields, AlternativeFields],
);

export const load = async (event) => {
  const { booking } = await event.locals.graphql.query(BookingToMove, { id: event.params.id });
  if (!booking.viewerCan.move) redirect(303, href(event.locals.locale, `/bookings/${booking.id}`));
  return { booking, picking: await loadPicking(event, booking.equipment, { moving: booking }) };
};

const Move = z.object({ ...pickedFields, version: whole });

export const actions = {
  move: async (event) => {
    const { key, ...picked } = (await readForm(event, Move)).values;
    const input = { bookingId: event.params.id, ...picked, idempotencyKey: key };
    const result = await event.locals.graphql.mutate(MoveBooking, { input });
    if (!result.ok) {
      const { problem } = result;
      // What was changed meanwhile is read again, so that the person may repeat knowing how it is now.
      const now =
        problem.code === 'STALE_VERSION' && (await event.locals.graphql.query(BookingToMove, { id: event.params.id }));
      return now ? fail(409, { problem, current: now.booking }) : refuse(problem);
    }
    const { moveBooking } = result.data;
    if (moveBooking.__typename === 'BookingRefused') return fail(409, { reasons: moveBooking.reasons });
    return goDone(event, `/bookings/${event.params.id}`, 'moved');
  },
};
