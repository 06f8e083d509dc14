import { type FragmentOf, graphql } from '#lib/api/graphql.ts';
import { UndoStepFields } from '../undo/undo.documents.ts';
import { AlternativeFields, ReasonFields } from './timeline.documents.ts';

export const BookingFields = graphql(`
  fragment BookingFields on Booking {
    id startsAt endsAt state purpose version createdAt answerBy checkedInAt finishedAt latestEnd
    ending { by personName reason at }
    unit { id name }
    equipment {
      id name unitCount type { key group }
      centre {
        slug name zone address website contactEmail contactPhone contactAnswers membershipLanguage
        city { name }
      }
    }
    booker { id name }
    actingFor { __typename ... on Centre { id name } ... on Organisation { id name } }
    viewerCan { move cancel cancelWithReason answer checkIn checkOut extend }
  }
`);

/** What refuses a longer time. */
export const ExtendBooking = graphql(
  `
    mutation ExtendBooking($input: ExtendBookingInput!) {
      extendBooking(input: $input) {
        __typename
        ... on Booked { booking { id } }
        ... on BookingRefused { reasons { ...ReasonFields } }
      }
    }
  `,
  [ReasonFields],
);

export const CheckInBooking = graphql(`
  mutation CheckInBooking($input: CheckInBookingInput!) { checkInBooking(input: $input) { id } }
`);

export const CheckOutBooking = graphql(`
  mutation CheckOutBooking($input: CheckOutBookingInput!) { checkOutBooking(input: $input) { id } }
`);

export const OneBooking = graphql(`query OneBooking($id: ID!) { booking(id: $id) { ...BookingFields } }`, [
  BookingFields,
]);

/** One booking with other times and places, where others ended it. */
export const BookingPage = graphql(
  `
    query BookingPage($id: ID!) {
      booking(id: $id) {
        ...BookingFields atRiskUntil alternatives { ...AlternativeFields } undo { ...UndoStepFields }
      }
    }
  `,
  [BookingFields, AlternativeFields, UndoStepFields],
);

/** The day of a booking on its equipment. */
export const BookedDay = graphql(`
  query BookedDay($id: ID!, $date: LocalDate!) {
    equipment(id: $id) { day(date: $date) { startsAt endsAt kind freeUnits } }
  }
`);

/** From where on a page hears of changes; asked before its content, so that nothing falls in between. */
export const LiveCursor = graphql(`query BookingsCursor { liveCursor }`);

export const BookingChanges = graphql(`
  subscription BookingChanges($bookingId: ID!, $after: Cursor) {
    bookingChanges(bookingId: $bookingId, after: $after) {
      __typename
      ... on BookingChange { cursor }
      ... on ReplayGap { cursor }
      ... on AccessRevoked { message }
    }
  }
`);

export const MyBookingChanges = graphql(`
  subscription MyBookingChanges($after: Cursor) {
    myBookingChanges(after: $after) {
      __typename
      ... on BookingChange { cursor }
      ... on ReplayGap { cursor }
      ... on AccessRevoked { message }
    }
  }
`);

export type Booking = FragmentOf<typeof BookingFields>;
