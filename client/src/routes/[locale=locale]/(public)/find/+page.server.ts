import { graphql } from '#lib/api/graphql.ts';
import { slotOf } from '#lib/features/booking/pick/slots.server.ts';
import { leadToMade } from '#lib/features/search/made.server.ts';
import { dateIn, dayIn, momentIn } from '#lib/time/local-days.server.ts';
import { readSearch } from './search.rules.ts';

const Choices = graphql(`
  query FindChoices {
    equipmentTypes { key name group equipmentCount }
    cities { slug name zone country { name } centreCount }
  }
`);

const FindTime = graphql(`
  query FindTime($filter: EquipmentSearch!, $date: LocalDate!, $after: String) {
    searchEquipment(filter: $filter, first: 20, after: $after) {
      totalCount
      pageInfo { endCursor hasNextPage }
      nodes {
        distance
        freeUnits
        freeStretches { startsAt endsAt }
        equipment {
          id name unitCount
          day(date: $date) { startsAt endsAt kind freeUnits }
          type { induction }
          rules { audience approval gridMinutes minimumMinutes maximumMinutes }
          viewerCan { bookNeeds { condition } }
          centre { slug name zone membershipAccess city { name } }
        }
      }
    }
  }
`);

export const load = async ({ locals, url }) => {
  await leadToMade({ locals, url });
  const { equipmentTypes, cities } = await locals.graphql.query(Choices);
  const now = Date.now();
  const zoneOf = (slug: string | null) => cities.find((city) => city.slug === slug)?.zone ?? locals.zone;
  const search = readSearch(url.searchParams, dateIn(zoneOf(url.searchParams.get('city')), now));
  const zone = zoneOf(search.city);
  const day = dayIn(zone, search.date);
  const freeFrom = Math.max(now, search.from ? momentIn(day, search.from, zone) : day.start);
  const freeUntil = search.to ? momentIn(day, search.to, zone) : day.end;
  const choices = {
    types: equipmentTypes.filter(({ key, equipmentCount }) => equipmentCount > 0 || key === search.what),
    cities: cities.filter(({ slug, centreCount }) => centreCount > 0 || slug === search.city),
  };
  const shared = { choices, search, zone, now, today: dateIn(zone, now), day: { start: day.start, end: day.end } };
  if (freeUntil <= freeFrom)
    return { ...shared, problem: day.end <= now || search.from < search.to ? ('past' as const) : ('order' as const) };

  const isGroup = equipmentTypes.some(({ group }) => group === search.what);
  const filter = {
    ...(search.what &&
      (isGroup ? { group: equipmentTypes.find(({ group }) => group === search.what)?.group } : { type: search.what })),
    ...(search.city && { city: search.city }),
    ...(search.near && { near: search.near }),
    ...(search.minutes && { minutes: search.minutes }),
    ...(search.mine && { usableByMe: true }),
    freeFrom: new Date(freeFrom).toISOString(),
    freeUntil: new Date(freeUntil).toISOString(),
  };
  const after = url.searchParams.get('after');
  const { searchEquipment } = await locals.graphql.query(FindTime, { filter, date: search.date, after });
  const { nodes, pageInfo, totalCount } = searchEquipment;
  const matches = nodes.map(({ freeStretches, ...match }) => ({
    ...match,
    slots: freeStretches.map((stretch) => slotOf(stretch, match.equipment, search.minutes)),
  }));
  return { ...shared, results: { matches, pageInfo, totalCount } };
};
