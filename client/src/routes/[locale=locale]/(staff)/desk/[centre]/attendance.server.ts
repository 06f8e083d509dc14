import { fail } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { UndoStepFields } from '#lib/features/undo/undo.documents.ts';
import { text, whole } from '#lib/forms/schema.server.ts';
import { ApprovalFields } from './desk.documents.ts';

const DeskCheckIn = graphql(
  `
    mutation DeskCheckIn($input: CheckInBookingInput!) {
      checkInBooking(input: $input) { ...ApprovalFields undo { ...UndoStepFields } }
    }
  `,
  [ApprovalFields, UndoStepFields],
);
const DeskCheckOut = graphql(
  `mutation DeskCheckOut($input: CheckOutBookingInput!) { checkOutBooking(input: $input) { ...ApprovalFields } }`,
  [ApprovalFields],
);
const DeskNoShow = graphql(
  `
    mutation DeskNoShow($input: MarkNoShowInput!) {
      markNoShow(input: $input) { ...ApprovalFields undo { ...UndoStepFields } }
    }
  `,
  [ApprovalFields, UndoStepFields],
);
const DeskExtend = graphql(
  `
    mutation DeskExtend($input: ExtendBookingInput!) {
      extendBooking(input: $input) {
        __typename
        ... on Booked { booking { ...ApprovalFields } }
        ... on BookingRefused { reasons { condition message } }
      }
    }
  `,
  [ApprovalFields],
);

const which = z.object({ id: text, version: whole });

/** What is done at the desk when the time has come; each returns the booking as it is after it. */
export const attendance = {
  checkIn: action(
    which,
    DeskCheckIn,
    ({ id, version }) => ({ input: { bookingId: id, version } }),
    ({ checkInBooking: { undo, ...booking } }) => ({ booking, step: undo }),
  ),
  checkOut: action(
    which,
    DeskCheckOut,
    ({ id, version }) => ({ input: { bookingId: id, version } }),
    ({ checkOutBooking }) => ({ booking: checkOutBooking }),
  ),
  noShow: action(
    which,
    DeskNoShow,
    ({ id, version }) => ({ input: { bookingId: id, version } }),
    ({ markNoShow: { undo, ...booking } }) => ({ booking, step: undo }),
  ),
  extend: action(
    which.extend({ until: text }),
    DeskExtend,
    ({ id, version, until }) => ({ input: { bookingId: id, version, endsAt: until } }),
    ({ extendBooking }, _event, typed) =>
      extendBooking.__typename === 'BookingRefused'
        ? fail(409, { typed, reasons: extendBooking.reasons })
        : { booking: extendBooking.booking },
  ),
};
