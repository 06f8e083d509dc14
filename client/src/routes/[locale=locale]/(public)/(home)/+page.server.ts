import { graphql } from '#lib/api/graphql.ts';
import { FreeNow } from '#lib/features/equipment/free-now.ts';
import { pictureOf } from '#lib/features/map/picture.server.ts';
import { NewestPost } from '#lib/features/posts/newest-post.ts';

const Home = graphql(
  `
  query Home {
    cities { slug name partner centreCount }
    centres(first: 1) { totalCount }
    equipmentTypes { key name }
    centrePoints { slug name latitude longitude }
    posts(first: 6) { cursor nodes { ...NewestPost } }
  }
`,
  [NewestPost],
);

/** Asked apart, and after the cursor was read: it changes with the clock, the rest only where somebody writes. */
const FreeToday = graphql(
  `
  query FreeToday($city: String, $mine: Boolean, $freeFrom: DateTimeISO, $freeUntil: DateTimeISO) {
    searchEquipment(filter: { city: $city, usableByMe: $mine, freeFrom: $freeFrom, freeUntil: $freeUntil }, first: 40) {
      nodes { equipment { ...FreeNow } }
    }
  }
`,
  [FreeNow],
);

/** The end of the day at the reader's place, at least three hours ahead. */
function endOfToday(now: Date, zone: string): Date {
  const clock = new Intl.DateTimeFormat('sv', { timeZone: zone, hour: '2-digit', minute: '2-digit' }).format(now);
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const left = Math.max(24 * 60 - hours * 60 - minutes, 3 * 60);
  return new Date(now.getTime() + left * 60_000);
}

const shownFree = 6;

/** What is free now, then what will be soonest. */
function soonest(a: { nextFree: { startsAt: string } | null }, b: { nextFree: { startsAt: string } | null }): number {
  const at = (next: { startsAt: string } | null) => (next ? Date.parse(next.startsAt) : Number.POSITIVE_INFINITY);
  const [one, other] = [at(a.nextFree), at(b.nextFree)];
  return one === other ? 0 : one - other;
}

/** One of each kind before the second of any, so that a glance shows what there is. */
function various<Thing extends { name: string }>(things: readonly Thing[]): Thing[] {
  const rank = new Map<string, number>();
  const ranked = things.map((thing) => {
    const before = rank.get(thing.name) ?? 0;
    rank.set(thing.name, before + 1);
    return { thing, before };
  });
  return ranked.sort((a, b) => a.before - b.before).map(({ thing }) => thing);
}

export const load = async ({ locals, url, depends, parent }) => {
  depends('talka:home');
  const now = new Date();
  // What somebody may not book is not free to them; of visitors nobody knows.
  const mine = (await parent()).me !== null;
  const asked = url.searchParams.get('city');
  const variables = (city: string | null) => ({
    city,
    mine,
    freeFrom: now.toISOString(),
    freeUntil: endOfToday(now, locals.zone).toISOString(),
  });
  const city = asked ?? 'vilnius';
  const home = await locals.graphql.query(Home);
  const { searchEquipment } = await locals.graphql.query(FreeToday, variables(city));
  const free = various(searchEquipment.nodes.map(({ equipment }) => equipment))
    .slice(0, shownFree)
    .sort(soonest);
  const picture = await pictureOf(home.centrePoints, locals.inProcessApi.maps);
  return { ...home, picture, free, now: now.toISOString(), city, mine };
};
