import type { RequestEvent } from '@sveltejs/kit';
import { nextOf } from '#lib/api/account.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { readHeld } from '#lib/features/booking/hold/hold.server.ts';
import { readInstant } from '#lib/features/booking/pick/address.rules.ts';
import { readerCity } from '#lib/features/city/reader-city.server.ts';
import { craftOf } from '#lib/features/drawings/craft.rules.ts';
import { equipmentDrawing } from '#lib/features/drawings/drawing.rules.ts';
import { scene } from '#lib/features/drawings/scene.rules.ts';
import { sceneBox } from '#lib/features/drawings/scene-box.rules.ts';
import { readDate, readMoment } from '#lib/time/local-day.rules.ts';
import { dateIn, daysOf } from '#lib/time/local-days.server.ts';

const Thing = graphql(`
  query ThingBeside($id: ID!) { equipment(id: $id) { id name type { key group } centre { name zone city { name } } } }
`);
const Day = graphql(`
  query DayBeside($id: ID!, $date: LocalDate!) {
    equipment(id: $id) { day(date: $date) { startsAt endsAt kind freeUnits } }
  }
`);
const Cities = graphql(`
  query CitiesBeside { cities { slug name zone partner centreCount } }
`);
const Street = graphql(`
  query StreetBeside($city: String!) {
    centres(filter: { city: $city }, first: 40) { totalCount nodes { slug model openNow } }
    open: centres(filter: { city: $city, openNow: true }, first: 1) { totalCount }
  }
`);

/** What stands beside the way in: the time one is about to book, else the street of the reader's city. Drawn here, as it stays. */
export type Beside = Awaited<ReturnType<typeof loadBeside>>;

export async function loadBeside(event: RequestEvent) {
  // An extra: the way in is open whatever becomes of it.
  const slot = await loadSlot(event).catch(() => undefined);
  return { slot, street: slot ? undefined : await loadStreet(event).catch(() => undefined) };
}

interface Wanted {
  readonly equipmentId: string;
  /** Reads the picked time at the equipment's place. */
  timeIn(zone: string): { readonly start: number; readonly end: number } | undefined;
}

async function loadSlot(event: RequestEvent) {
  const { graphql: api } = event.locals;
  const wanted = (await wantedByHold(event)) ?? wantedByAddress(nextOf(event, '/'), event.url);
  if (!wanted) return undefined;
  const { equipment } = await api.query(Thing, { id: wanted.equipmentId });
  if (!equipment) return undefined;
  const { zone } = equipment.centre;
  const time = wanted.timeIn(zone);
  const day = time && (await api.query(Day, { id: equipment.id, date: dateIn(zone, time.start) })).equipment?.day;
  const { key, group } = equipment.type;
  return {
    ...{ name: equipment.name, centre: equipment.centre, time, day, now: new Date().toISOString() },
    drawn: equipmentDrawing(key, equipment.id),
    craft: craftOf(group.toLowerCase()),
  };
}

async function wantedByHold(event: RequestEvent): Promise<Wanted | undefined> {
  const held = await readHeld(event);
  if (held?.state !== 'HELD') return undefined;
  const time = { start: Date.parse(held.startsAt), end: Date.parse(held.endsAt) };
  return { equipmentId: held.equipment.id, timeIn: () => time };
}

function wantedByAddress(next: string, here: URL): Wanted | undefined {
  const { pathname, searchParams: query } = new URL(next, here);
  const [, equipmentId] = /^\/\w+\/equipment\/([0-9a-f-]{36})$/.exec(pathname) ?? [];
  if (!equipmentId) return undefined;
  return {
    equipmentId,
    timeIn(zone) {
      const date = readDate(query.get('date')) || dateIn(zone, Date.now());
      const days = daysOf(zone, date, 2);
      const [start, end] = ['from', 'to'].map((name) => {
        const text = query.get(name);
        return readInstant(text) ?? readMoment(text, days);
      });
      return start !== undefined && end !== undefined && start < end ? { start, end } : undefined;
    },
  };
}

async function loadStreet(event: RequestEvent) {
  const { graphql: api } = event.locals;
  const { cities } = await api.query(Cities);
  const { city } = readerCity(event, cities, []);
  if (!city) return undefined;
  const { centres, open } = await api.query(Street, { city: city.slug });
  const fronts = centres.nodes.map(({ slug, model, openNow }) => ({
    id: slug,
    model: model.toLowerCase(),
    open: openNow,
  }));
  return {
    ...{ city: city.name, all: centres.totalCount, open: open.totalCount },
    ...{ drawn: scene(fronts), box: sceneBox },
  };
}
