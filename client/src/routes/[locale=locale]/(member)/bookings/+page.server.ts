import { graphql } from '#lib/api/graphql.ts';
import { LiveCursor } from '#lib/features/booking/booking.documents.ts';
import { FreeNow } from '#lib/features/equipment/free-now.ts';

const MyBookings = graphql(`
  query MyBookings($period: BookingPeriod!, $after: String) {
    me { memberships { centre { city { slug } } } }
    myBookings(period: $period, first: 20, after: $after) {
      totalCount
      pageInfo { endCursor hasNextPage }
      nodes {
        id startsAt endsAt state purpose answerBy
        ending { by reason }
        unit { id name }
        equipment { id name unitCount type { key group } centre { slug name zone city { name } } }
        actingFor { __typename ... on Centre { id name } ... on Organisation { id name } }
        viewerCan { move cancel }
      }
    }
  }
`);

/** What somebody without a booking could take next. */
const FreeSoon = graphql(
  `
  query FreeSoon($city: String!, $freeFrom: DateTimeISO!, $freeUntil: DateTimeISO!) {
    searchEquipment(filter: { usableByMe: true, freeFrom: $freeFrom, freeUntil: $freeUntil, city: $city }, first: 3) {
      nodes { equipment { ...FreeNow } }
    }
  }
`,
  [FreeNow],
);

const periods = { upcoming: 'UPCOMING', past: 'PAST', cancelled: 'CANCELLED' } as const;
export type Period = keyof typeof periods;
const isPeriod = (text: string | null): text is Period => text !== null && text in periods;

export const load = async ({ locals, url }) => {
  const asked = url.searchParams.get('period');
  const period = isPeriod(asked) ? asked : 'upcoming';
  const after = url.searchParams.get('after');
  const { liveCursor } = await locals.graphql.query(LiveCursor);
  const { myBookings, me } = await locals.graphql.query(MyBookings, { period: periods[period], after });
  const now = new Date();
  const bare = period === 'upcoming' && myBookings.nodes.length === 0;
  const found = bare
    ? await locals.graphql.query(FreeSoon, {
        city: me?.memberships[0]?.centre.city.slug ?? 'vilnius',
        freeFrom: now.toISOString(),
        freeUntil: new Date(now.getTime() + 86_400_000).toISOString(),
      })
    : undefined;
  const free = found?.searchEquipment.nodes.map(({ equipment }) => equipment) ?? [];
  return { period, bookings: myBookings, free, cursor: liveCursor, now: now.getTime() };
};
