import { graphql } from '#lib/api/graphql.ts';
import { LiveCursor } from '#lib/features/booking/booking.documents.ts';

const MyBookings = graphql(`
  query MyBookings($period: BookingPeriod!, $after: String) {
    myBookings(period: $period, first: 20, after: $after) {
      totalCount
      pageInfo { endCursor hasNextPage }
      nodes {
        id startsAt endsAt state purpose answerBy
        ending { by reason }
        unit { id name }
        equipment { id name unitCount centre { slug name zone city { name } } }
        actingFor { __typename ... on Centre { id name } ... on Organisation { id name } }
        viewerCan { move cancel }
      }
    }
  }
`);

const periods = { upcoming: 'UPCOMING', past: 'PAST', cancelled: 'CANCELLED' } as const;
export type Period = keyof typeof periods;
const isPeriod = (text: string | null): text is Period => text !== null && text in periods;

export const load = async ({ locals, url }) => {
  const asked = url.searchParams.get('period');
  const period = isPeriod(asked) ? asked : 'upcoming';
  const after = url.searchParams.get('after');
  const { liveCursor } = await locals.graphql.query(LiveCursor);
  const { myBookings } = await locals.graphql.query(MyBookings, { period: periods[period], after });
  return { period, bookings: myBookings, cursor: liveCursor, now: Date.now() };
};
