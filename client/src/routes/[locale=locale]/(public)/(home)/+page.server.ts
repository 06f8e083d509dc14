import { readerCity } from '#lib/features/city/reader-city.server.ts';
import { pictureOf } from '#lib/features/map/picture.server.ts';
import { dateIn, daysOf } from '#lib/time/local-days.server.ts';
import { comingIn } from './coming.rules.ts';
import { endOfToday, glance } from './free-today.server.ts';
import { InCity, Mine, Network } from './home.documents.ts';

const shownFree = 6;

export const load = async (event) => {
  const { locals, depends, parent } = event;
  depends('talka:home');
  const now = new Date();
  const { cities, centres, posts, coming } = await locals.graphql.query(Network);
  const signedIn = (await parent()).me !== null;
  const mine = signedIn ? await locals.graphql.query(Mine) : null;
  const ownCentres = mine?.me?.memberships.map(({ centre }) => centre) ?? [];
  const { city, missing } = readerCity(
    event,
    cities,
    ownCentres.map((centre) => centre.city.slug),
  );
  const zone = city?.zone ?? locals.zone;
  const [day] = daysOf(zone, dateIn(zone, now.getTime()), 7).slice(-1);
  // What somebody may not book is not free to them; of visitors nobody knows.
  const here = await locals.graphql.query(InCity, {
    city: city?.slug ?? null,
    mine: signedIn,
    freeFrom: now.toISOString(),
    freeUntil: endOfToday(now, zone).toISOString(),
  });
  const { searchEquipment: free, centrePoints, open } = here;
  return {
    city: city && { slug: city.slug, name: city.name },
    missing,
    cities: cities.filter(({ centreCount }) => centreCount > 0),
    network: centres.totalCount,
    counts: { centres: here.centres.totalCount, open: open.totalCount, free: free.totalCount },
    street: here.centres.nodes,
    offered: here.centres.facets.equipmentTypes.map(({ equipmentType }) => equipmentType),
    free: glance(
      free.nodes.map(({ equipment }) => equipment),
      shownFree,
      new Set(ownCentres.map(({ slug }) => slug)),
    ),
    mine: mine && {
      bookings: mine.myBookings,
      centres: ownCentres,
      waits: mine.me?.joinRequests.nodes.filter(({ state }) => state === 'SENT') ?? [],
    },
    posts,
    coming: comingIn({ here: here.coming.nodes, network: coming.nodes, until: day?.end ?? now.getTime() }),
    centrePoints,
    picture: await pictureOf(centrePoints, locals.inProcessApi.maps),
    now: now.toISOString(),
  };
};
