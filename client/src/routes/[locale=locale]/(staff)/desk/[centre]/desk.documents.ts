import { type FragmentOf, graphql } from '#lib/api/graphql.ts';
import { UndoStepFields } from '#lib/features/undo/undo.documents.ts';

export const DeskBookingFields = graphql(`
  fragment DeskBookingFields on Booking {
    id startsAt endsAt state purpose version
    unit { id name }
    equipment { id name unitCount }
    booker { id name }
    actingFor { __typename ... on Centre { id name } ... on Organisation { id name } }
  }
`);

export const ApprovalFields = graphql(
  `
    fragment ApprovalFields on Booking {
      ...DeskBookingFields
      answerBy
      ending { by personName reason }
      approvalVerdict { outcome checks { condition passed message } }
    }
  `,
  [DeskBookingFields],
);

export const JoinRequestFields = graphql(`
  fragment JoinRequestFields on JoinRequest {
    id state message reason createdAt
    person { id name }
    decidedBy { name }
    wish { startsAt endsAt equipment { id name } }
    wishVerdict { passed checks { condition passed message } }
  }
`);

export const DeskPage = graphql(
  `
    query DeskPage($slug: String!, $date: LocalDate, $after: String, $admit: Boolean!, $approve: Boolean!) {
      undoable { ...UndoStepFields }
      desk(centreSlug: $slug) {
        cursor
        joinRequests @include(if: $admit) { nodes { ...JoinRequestFields } }
        approvals @include(if: $approve) { nodes { ...ApprovalFields } }
        day(date: $date) {
          date startsAt endsAt
          bookings(after: $after) {
            nodes { ...DeskBookingFields }
            pageInfo { endCursor hasNextPage }
          }
        }
      }
    }
  `,
  [JoinRequestFields, ApprovalFields, DeskBookingFields, UndoStepFields],
);

export const DeskChanges = graphql(
  `
    subscription DeskChanges($centreId: ID!, $after: Cursor) {
      deskChanges(centreId: $centreId, after: $after) {
        __typename
        ... on DeskChange { cursor booking { ...ApprovalFields } joinRequest { ...JoinRequestFields } }
        ... on ReplayGap { cursor }
        ... on AccessRevoked { message }
      }
    }
  `,
  [ApprovalFields, JoinRequestFields],
);

export type DeskBooking = FragmentOf<typeof DeskBookingFields>;
export type WaitingBooking = FragmentOf<typeof ApprovalFields>;
export type WaitingRequest = FragmentOf<typeof JoinRequestFields>;
