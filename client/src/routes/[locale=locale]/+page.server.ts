import { graphql } from '#lib/graphql/graphql.ts';
import { FreeNow } from './free-now.ts';
import { NewestPost } from './newest-post.ts';

const Home = graphql(
  `
  query Home($city: String, $freeFrom: DateTimeISO, $freeUntil: DateTimeISO) {
    cities { id slug name partner centreCount }
    centres(first: 1) { totalCount }
    equipmentTypes { key name group }
    centrePoints { id slug name latitude longitude }
    searchEquipment(filter: { city: $city, freeFrom: $freeFrom, freeUntil: $freeUntil }, first: 6) {
      totalCount
      nodes { freeUnits freeStretches { startsAt endsAt } equipment { ...FreeNow } }
    }
    posts(first: 6) { cursor nodes { ...NewestPost } }
  }
`,
  [FreeNow, NewestPost],
);

/** The end of the day at the reader's place, at least three hours ahead. */
function endOfToday(now: Date, zone: string): Date {
  const clock = new Intl.DateTimeFormat('sv', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(now);
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const left = Math.max(24 * 60 - hours * 60 - minutes, 3 * 60);
  return new Date(now.getTime() + left * 60_000);
}

export const load = async ({ locals, url, depends }) => {
  depends('talka:home');
  const now = new Date();
  const asked = url.searchParams.get('city');
  const variables = (city: string | null) => ({
    city,
    freeFrom: now.toISOString(),
    freeUntil: endOfToday(now, locals.zone).toISOString(),
  });
  const city = asked ?? 'vilnius';
  const home = await locals.graphql.query(Home, variables(city));
  return { ...home, now: now.toISOString(), city };
};
