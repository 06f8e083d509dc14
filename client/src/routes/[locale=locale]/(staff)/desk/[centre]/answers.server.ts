import { fail } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { UndoStepFields } from '#lib/features/undo/undo.documents.ts';
import { text, whole } from '#lib/forms/schema.server.ts';
import { ApprovalFields, JoinRequestFields } from './desk.documents.ts';

const AcceptJoinRequest = graphql(
  `mutation AcceptJoinRequest($input: JoinRequestInput!) { acceptJoinRequest(input: $input) { ...JoinRequestFields } }`,
  [JoinRequestFields],
);
const DeclineJoinRequest = graphql(
  `
    mutation DeclineJoinRequest($input: DeclineJoinRequestInput!) {
      declineJoinRequest(input: $input) { ...JoinRequestFields }
    }
  `,
  [JoinRequestFields],
);
const ApproveBooking = graphql(
  `
    mutation ApproveBooking($input: ApproveBookingInput!) {
      approveBooking(input: $input) {
        __typename
        ... on Booked { booking { ...ApprovalFields undo { ...UndoStepFields } } }
        ... on BookingRefused { reasons { condition message } }
      }
    }
  `,
  [ApprovalFields, UndoStepFields],
);
const DeclineBooking = graphql(
  `mutation DeclineBooking($input: DeclineBookingInput!) { declineBooking(input: $input) { ...ApprovalFields } }`,
  [ApprovalFields],
);

/** What a row sends: which thing, and the version that was read where that matters. */
const answered = z.object({ id: text, version: whole });
const declined = answered.extend({ reason: text });

/** The answers that staff give at the desk; each returns the thing as it is after it. */
export const answers = {
  accept: action(
    answered,
    AcceptJoinRequest,
    ({ id }) => ({ input: { joinRequestId: id } }),
    ({ acceptJoinRequest }) => ({ joinRequest: acceptJoinRequest }),
  ),
  refuse: action(
    declined,
    DeclineJoinRequest,
    ({ id, reason }) => ({ input: { joinRequestId: id, reason } }),
    ({ declineJoinRequest }) => ({ joinRequest: declineJoinRequest }),
  ),
  approve: action(
    answered,
    ApproveBooking,
    ({ id, version }) => ({ input: { bookingId: id, version } }),
    ({ approveBooking }, _event, typed) => {
      if (approveBooking.__typename === 'BookingRefused') return fail(409, { typed, reasons: approveBooking.reasons });
      const { undo, ...booking } = approveBooking.booking;
      return { booking, step: undo };
    },
  ),
  decline: action(
    declined,
    DeclineBooking,
    ({ id, version, reason }) => ({ input: { bookingId: id, version, reason } }),
    ({ declineBooking }) => ({ booking: declineBooking }),
  ),
};
