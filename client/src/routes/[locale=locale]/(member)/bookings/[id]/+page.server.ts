import { fail } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone, takeDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { BookedDay, BookingPage, LiveCursor } from '#lib/features/booking/booking.documents.ts';
import { ReasonFields } from '#lib/features/booking/timeline.documents.ts';
import { undoAction } from '#lib/features/undo/undo.server.ts';
import { text, textOrNull } from '#lib/forms/schema.server.ts';
import { dateIn } from '#lib/time/local-days.server.ts';
import { codeOf } from '#lib/ui/paper/squares.server.ts';
import { attendance } from './attendance.server.ts';
import { cancel } from './cancel.server.ts';

const TakeAlternative = graphql(
  `
    mutation TakeAlternative($input: BookEquipmentInput!) {
      bookEquipment(input: $input) {
        __typename
        ... on Booked { booking { id } }
        ... on BookingRefused { reasons { ...ReasonFields } }
      }
    }
  `,
  [ReasonFields],
);

const deeds = ['booked', 'moved', 'cancelled', 'checkedIn', 'checkedOut', 'extended'] as const;

export const load = async (event) => {
  const { locals, params, url } = event;
  const { liveCursor } = await locals.graphql.query(LiveCursor);
  const { booking } = await locals.graphql.query(BookingPage, { id: params.id });
  const { equipment } = booking;
  const date = dateIn(equipment.centre.zone, Date.parse(booking.startsAt));
  const found = await locals.graphql.query(BookedDay, { id: equipment.id, date });
  return {
    booking,
    day: found.equipment.day,
    code: codeOf(url),
    done: takeDone(event, deeds),
    cursor: liveCursor,
    key: crypto.randomUUID(),
    now: Date.now(),
  };
};

export const actions = {
  cancel,
  ...attendance,
  undo: undoAction,
  take: action(
    z.object({ equipmentId: text, unitId: text, startsAt: text, endsAt: text, purpose: textOrNull, key: text }),
    TakeAlternative,
    ({ key, ...wanted }) => ({ input: { ...wanted, idempotencyKey: key } }),
    ({ bookEquipment }, event, typed) => {
      if (bookEquipment.__typename === 'BookingRefused') return fail(409, { typed, reasons: bookEquipment.reasons });
      return goDone(event, `/bookings/${bookEquipment.booking.id}`, 'booked');
    },
  ),
};
