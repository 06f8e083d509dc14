import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import { slotOf } from '#lib/features/booking/pick/slots.server.ts';
import { usualCity } from '#lib/features/city/reader-city.server.ts';
import { pictureOf } from '#lib/features/map/picture.server.ts';
import { readMade } from '#lib/features/search/make/made.rules.ts';
import { understand } from '#lib/features/search/make/made.server.ts';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { dateIn, dayIn, daysOf, momentIn } from '#lib/time/local-days.server.ts';
import { isStrangeDate, readSearch, readWhere, type Search } from './search/search.rules.ts';

const Choices = graphql(`
  query FindChoices($member: Boolean!) {
    equipmentTypes { key name group equipmentCount }
    cities { slug name zone partner country { name } centreCount }
    me @include(if: $member) { memberships { centre { city { slug } } } }
  }
`);

const FindTime = graphql(`
  query FindTime($filter: EquipmentSearch!, $date: LocalDate!, $week: Boolean!, $after: String) {
    searchEquipment(filter: $filter, first: 20, after: $after) {
      totalCount
      pageInfo { endCursor hasNextPage }
      nodes {
        distance
        freeUnits
        firstStarts { startsAt endsAt }
        equipment {
          id name unitCount
          day(date: $date) @skip(if: $week) { startsAt endsAt kind freeUnits }
          week(from: $date) @include(if: $week) { date openMinutes freeMinutes }
          type { key group name induction }
          rules { audience approval gridMinutes minimumMinutes maximumMinutes }
          viewerCan { bookNeeds { condition } }
          centre { slug name zone membershipAccess city { name } point { latitude longitude } }
        }
      }
    }
  }
`);

/** The days that the search looks into, in the zone of its place. */
function windowOf(search: Search, zone: string, now: number) {
  const [from, to] = [dayIn(zone, search.date), search.week ? daysOf(zone, search.date, 7).at(-1) : undefined];
  return {
    from: Math.max(now, search.from ? momentIn(from, search.from, zone) : from.start),
    until: search.to ? momentIn(from, search.to, zone) : (to ?? from).end,
  };
}

/** How the field calls what the address asks for; only a form without scripts sends both. */
async function namedBy(
  query: URLSearchParams,
  types: ResultOf<typeof Choices>['equipmentTypes'],
  { locale, zone }: { locale: Locale; zone: string },
) {
  const what = query.get('what');
  if (!what || !query.has('make')) return undefined;
  const group = types.find((type) => type.group === what)?.group;
  if (!group) return types.find(({ key }) => key === what)?.name;
  return createI18n(locale, await loadMessages(locale, 'equipment'), zone).t(`equipment.group.${group}`);
}

export const load = async (event) => {
  const { locals, url } = event;
  const { equipmentTypes, cities, me } = await locals.graphql.query(Choices, { member: !locals.anonymous });
  const now = Date.now();
  const cityOf = (slug: string | null) => cities.find((city) => city.slug === slug);
  const usual = {
    city: usualCity(event, cities, me?.memberships.map(({ centre }) => centre.city.slug) ?? [])?.slug,
    named: await namedBy(url.searchParams, equipmentTypes, locals),
  };
  const zone = cityOf(readWhere(url.searchParams, usual.city).city)?.zone ?? locals.zone;
  const today = dateIn(zone, now);
  const asked = readSearch(url.searchParams, today, usual);
  const city = cityOf(asked.city);
  const hasCentres = city !== undefined && city.centreCount > 0;
  const understood = asked.made
    ? await understand(event, readMade(url.searchParams.get('make') ?? ''), {
        types: equipmentTypes,
        city: hasCentres ? asked.city : undefined,
        alone: [...url.searchParams.keys()].every((name) => name === 'make' || name === 'city'),
      })
    : undefined;
  const what = understood ? (understood.meant?.key ?? '') : asked.what;
  const isType = equipmentTypes.some(({ key }) => key === what);
  const group = equipmentTypes.find((type) => type.group === what)?.group;
  // What nobody knows is not searched for, and the reader is told so.
  const unknown = [
    ...(what && !isType && !group ? (['what'] as const) : []),
    ...(asked.city && !city ? (['city'] as const) : []),
    ...(city && !hasCentres ? (['cityEmpty'] as const) : []),
    ...(isStrangeDate(url.searchParams, today) ? (['date'] as const) : []),
  ];
  const search = { ...asked, what: isType || group ? what : '', city: hasCentres ? asked.city : '' };
  const choices = {
    types: equipmentTypes.filter(({ key, equipmentCount }) => equipmentCount > 0 || key === search.what),
    cities: cities.filter(({ slug, centreCount }) => centreCount > 0 || slug === search.city),
  };
  const shared = {
    choices,
    search,
    understood,
    unknown,
    askedCity: city?.name ?? '',
    sameType: isType,
    zone,
    now,
    today,
  };
  const free = windowOf(search, zone, now);
  if (free.until <= free.from)
    return {
      ...shared,
      problem: search.date < today || search.from < search.to ? ('past' as const) : ('order' as const),
    };

  const filter = {
    ...(isType && { type: what }),
    ...(group && { group }),
    ...(search.city && { city: search.city }),
    ...(search.near && { near: search.near }),
    ...(search.minutes && { minutes: search.minutes }),
    ...(search.mine && { usableByMe: true }),
    order: ({ nearest: 'NEAREST', soonest: 'SOONEST', name: 'NAME' } as const)[search.order],
    freeFrom: new Date(free.from).toISOString(),
    freeUntil: new Date(free.until).toISOString(),
  };
  const after = url.searchParams.get('after');
  const variables = { filter, date: search.date, week: search.week, after };
  const { searchEquipment } = await locals.graphql.query(FindTime, variables);
  const { nodes, pageInfo, totalCount } = searchEquipment;
  const matches = nodes.map(({ firstStarts, ...match }) => ({
    ...match,
    starts: firstStarts.map((start) => slotOf(start, match.equipment, search.minutes)),
  }));
  const placed = new Map(
    nodes.flatMap(({ equipment: { centre } }) => {
      const { slug: id, name, point } = centre;
      return point ? [[id, { id, name, latitude: point.latitude, longitude: point.longitude }] as const] : [];
    }),
  );
  const places = [...placed.values()];
  const picture = await pictureOf(places, locals.inProcessApi.maps);
  return { ...shared, results: { matches, pageInfo, totalCount, places, picture } };
};
