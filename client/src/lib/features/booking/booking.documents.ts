import { type FragmentOf, graphql } from '#lib/api/graphql.ts';

export const BookingFields = graphql(`
  fragment BookingFields on Booking {
    id startsAt endsAt state purpose version createdAt answerBy
    ending { by personName reason at }
    unit { id name }
    equipment {
      id name unitCount
      centre { slug name zone address website city { name } }
    }
    booker { id name }
    actingFor { __typename ... on Centre { id name } ... on Organisation { id name } }
    viewerCan { move cancel cancelWithReason answer }
  }
`);

export const OneBooking = graphql(`query OneBooking($id: ID!) { booking(id: $id) { ...BookingFields } }`, [
  BookingFields,
]);

export type Booking = FragmentOf<typeof BookingFields>;
