import { type FragmentOf, graphql } from '#lib/api/graphql.ts';

export const DeskBookingFields = graphql(`
  fragment DeskBookingFields on Booking {
    id startsAt endsAt state purpose version
    unit { id name }
    equipment { id name unitCount }
    booker { id name }
    actingFor { __typename ... on Centre { id name } ... on Organisation { id name } }
  }
`);

export const DeskDay = graphql(
  `
    query DeskDay($slug: String!, $date: LocalDate, $after: String) {
      desk(centreSlug: $slug) {
        cursor
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
  [DeskBookingFields],
);

export const DeskChanges = graphql(
  `
    subscription DeskChanges($centreId: ID!, $after: Cursor) {
      deskChanges(centreId: $centreId, after: $after) {
        __typename
        ... on DeskChange { cursor booking { ...DeskBookingFields } }
        ... on ReplayGap { cursor }
        ... on AccessRevoked { message }
      }
    }
  `,
  [DeskBookingFields],
);

export type DeskBooking = FragmentOf<typeof DeskBookingFields>;
