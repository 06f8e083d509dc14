import type { RequestEvent } from '@sveltejs/kit';
import { graphql } from '#lib/api/graphql.ts';
import { LiveCursor } from '#lib/features/booking/booking.documents.ts';
import { readerCity } from '#lib/features/city/reader-city.server.ts';
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

const Cities = graphql(`
  query CitiesOfBookings { cities { slug name zone partner centreCount } }
`);

/** What somebody without a booking could take next. */
const FreeSoon = graphql(
  `
  query FreeSoon($city: String, $freeFrom: DateTimeISO!, $freeUntil: DateTimeISO!) {
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

export const load = async (event) => {
  const { locals, url } = event;
  const asked = url.searchParams.get('period');
  const period = isPeriod(asked) ? asked : 'upcoming';
  const after = url.searchParams.get('after');
  const { liveCursor } = await locals.graphql.query(LiveCursor);
  const { myBookings, me } = await locals.graphql.query(MyBookings, { period: periods[period], after });
  const now = new Date();
  const bare = period === 'upcoming' && myBookings.nodes.length === 0;
  const free = bare ? await freeSoon(event, me?.memberships.map(({ centre }) => centre.city.slug) ?? [], now) : [];
  return { period, bookings: myBookings, free, cursor: liveCursor, now: now.getTime() };
};

/** What is free within a day in the reader's city. */
async function freeSoon(event: RequestEvent, memberOf: readonly string[], now: Date) {
  const { graphql: api } = event.locals;
  const { cities } = await api.query(Cities);
  const { searchEquipment } = await api.query(FreeSoon, {
    city: readerCity(event, cities, memberOf).city?.slug ?? null,
    freeFrom: now.toISOString(),
    freeUntil: new Date(now.getTime() + 86_400_000).toISOString(),
  });
  return searchEquipment.nodes.map(({ equipment }) => equipment);
}
