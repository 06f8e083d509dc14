import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { importCentres, readCentreFile } from '../../modules/directory/import/centre-import.service.ts';
import { effectiveOpening } from '../../modules/opening-hours/hours/centre-opening.rules.ts';
import { openIntervals } from '../../modules/opening-hours/hours/opening.rules.ts';
import { dataDirectory } from '../../platform/files/data-directory.ts';
import { wallMinutesAt } from '../../shared/time/local-time.rules.ts';
import { newsOf } from './demo-news.ts';
import { planDemonstration } from './demonstration.rules.ts';
import { readDemoData, readDemoPlaces } from './demonstration-data.reader.ts';
import type { DemoData, DemoPlaces } from './demonstration-data.rules.ts';
import { personId } from './plan/demo-people.rules.ts';

let world: World;
let data: DemoData;
let places: DemoPlaces;
beforeAll(async () => {
  world = await embeddedWorld();
  const list = await readFile(join(dataDirectory(), 'centres.csv'));
  const { centres } = await readCentreFile(world.em(), list, world.now);
  await importCentres(world.em(), centres, { now: world.now });
  data = await readDemoData();
  places = await readDemoPlaces(world.em());
});
afterAll(() => world.close());

const minute = 60_000;

/** Ordinary days, both changes of clocks, holidays, the turn of a year and a leap day. */
const moments = [
  '2026-11-25T08:00:00Z',
  '2026-10-18T22:30:00Z',
  '2026-10-25T00:30:00Z',
  '2027-03-28T00:59:00Z',
  '2026-12-24T12:00:00Z',
  '2026-12-31T23:59:59Z',
  '2027-05-01T03:00:00Z',
  '2027-08-14T10:00:00Z',
  '2028-02-29T18:00:00Z',
].map((text) => new Date(text));

it('the same moment gives the same network, to the last row', () => {
  const [now = world.now] = moments;
  expect(planDemonstration(data, places, now)).toEqual(planDemonstration(data, places, now));
});

describe.each(moments)('the network planned at %s', (now) => {
  let plan: ReturnType<typeof planDemonstration>;
  beforeAll(() => {
    plan = planDemonstration(data, places, now);
  });

  it('has every booking within opening hours and by the rules of its equipment', () => {
    const centres = new Map([...places.centres.values()].map((centre) => [centre.id, centre]));
    const equipment = new Map(plan.equipment.map((row) => [row.id, row]));
    const openings = new Map(
      plan.equipment.map(({ id, centre }) => {
        const of = (equipmentId: string | null) => ({
          rules: plan.openingRules.filter((rule) => rule.centre === centre && rule.equipment === equipmentId),
          exceptions: equipmentId ? [] : plan.openingExceptions.filter((exception) => exception.centre === centre),
        });
        return [id, effectiveOpening(of(null), of(id))];
      }),
    );
    const broken = plan.bookings.flatMap((booking) => {
      const rules = equipment.get(booking.equipment);
      const opening = openings.get(booking.equipment);
      const zone = centres.get(rules?.centre ?? '')?.zone;
      if (!rules || !opening || !zone) return [{ booking, reason: 'lost' }];
      const [start, end, created] = [booking.startsAt.getTime(), booking.endsAt.getTime(), booking.createdAt.getTime()];
      const length = (end - start) / minute;
      const open = openIntervals({ ...opening, zone, from: start, until: end });
      const reasons = {
        closed: !(open.length === 1 && open[0]?.start === start && open[0].end === end),
        grid: wallMinutesAt(zone, start) % rules.gridMinutes !== 0 || length % rules.gridMinutes !== 0,
        minimum: length < rules.minimumMinutes,
        maximum: length > rules.maximumMinutes,
        lead: start - created < rules.leadMinutes * minute,
        horizon: start - created > rules.horizonDays * 1440 * minute,
        future: created > now.getTime(),
      };
      return Object.entries(reasons).flatMap(([reason, holds]) => (holds ? [{ booking, reason }] : []));
    });
    expect(broken).toEqual([]);
    expect(plan.bookings.length).toBeGreaterThan(500);
  });

  it('has nobody book what they may not, for whom they may not or in two places at once', () => {
    const equipment = new Map(plan.equipment.map((row) => [row.id, row]));
    const members = new Set(plan.memberships.map(({ person, centre }) => `${person} ${centre}`));
    const staff = new Set(
      plan.memberships.flatMap(({ person, centre, role }) => (role === 'member' ? [] : [`${person} ${centre}`])),
    );
    const mandates = new Set(plan.mandates.map(({ person, organisation }) => `${person} ${organisation}`));
    const belongs = new Set(plan.memberships.map(({ person }) => person));
    const wrong = plan.bookings.filter((booking) => {
      const { audience, centre } = equipment.get(booking.equipment) ?? {};
      if (audience === 'members' && !members.has(`${booking.booker} ${centre}`)) return true;
      if (audience === 'network' && !belongs.has(booking.booker)) return true;
      if (booking.organisation && !mandates.has(`${booking.booker} ${booking.organisation}`)) return true;
      return booking.actingCentre !== null && !staff.has(`${booking.booker} ${booking.actingCentre}`);
    });
    expect(wrong).toEqual([]);
    const confirmed = plan.bookings.filter(({ state }) => !['cancelled', 'declined'].includes(state));
    const byPerson = Map.groupBy(confirmed, ({ booker }) => booker);
    const twice = [...byPerson.values()].flatMap((list) => {
      const ordered = list.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
      return ordered.filter((booking, index) => booking.startsAt < (ordered[index - 1]?.endsAt ?? booking.startsAt));
    });
    expect(twice).toEqual([]);
  });

  it('has something wait for the staff, something answered, and what is wished for free', () => {
    const aiste = plan.bookings.filter(({ booker }) => booker === personId('aiste'));
    const states = aiste.map(({ state, endingBy, endingReason }) => `${state} ${endingBy} ${endingReason !== ''}`);
    expect(states).toEqual(
      expect.arrayContaining(['requested null false', 'declined staff true', 'cancelled staff true']),
    );
    const waiting = plan.bookings.filter(({ state }) => state === 'requested');
    expect(waiting.filter(({ answerBy }) => !answerBy || answerBy <= now)).toEqual([]);
    const asking = plan.joinRequests.filter(({ state }) => state === 'sent');
    expect(asking.length).toBeGreaterThan(1);
    expect(plan.joinRequests.map(({ state }) => state)).toContain('declined');
    const wishes = asking.flatMap(({ wishEquipment, wishStartsAt, wishEndsAt }) =>
      wishEquipment && wishStartsAt && wishEndsAt ? [{ wishEquipment, wishStartsAt, wishEndsAt }] : [],
    );
    expect(wishes).not.toEqual([]);
    for (const { wishEquipment, wishStartsAt, wishEndsAt } of wishes) {
      const units = plan.units.filter(({ equipment }) => equipment === wishEquipment);
      const taken = plan.occupancies.filter(({ unit, blocking, during }) => {
        const [from = '', until = ''] = JSON.parse(during.replace(')', ']')) as string[];
        return (
          blocking &&
          units.some(({ id }) => id === unit) &&
          new Date(from) < wishEndsAt &&
          wishStartsAt < new Date(until)
        );
      });
      expect(new Set(taken.map(({ unit }) => unit)).size).toBeLessThan(units.length);
      expect(wishStartsAt > now).toBe(true);
    }
  });

  it('has nobody wait for themselves, and nobody ask where they belong', () => {
    const centres = new Map(plan.equipment.map(({ id, centre }) => [id, centre]));
    const roles = new Map(plan.memberships.map(({ person, centre, role }) => [`${person} ${centre}`, role]));
    const waiting = plan.bookings.filter(({ state }) => state === 'requested');
    const own = waiting.filter(({ booker, equipment }) =>
      ['staff', 'manager'].includes(roles.get(`${booker} ${centres.get(equipment)}`) ?? 'none'),
    );
    expect(own).toEqual([]);
    expect(plan.joinRequests.filter(({ person, centre }) => roles.has(`${person} ${centre}`))).toEqual([]);
    const access = new Map(plan.membershipTerms.map(({ id, membershipAccess }) => [id, membershipAccess]));
    expect(new Set(plan.joinRequests.map(({ centre }) => access.get(centre)))).toEqual(new Set(['on_request']));
    const decided = plan.joinRequests.filter(({ decidedBy }) => decidedBy !== null);
    expect(decided.map(({ decidedBy, centre }) => roles.get(`${decidedBy} ${centre}`))).toEqual(['staff']);
  });

  it('tells a handful of news in the order in which they happened', () => {
    const moments = newsOf(plan).map(({ at }) => at.getTime());
    expect(moments).toEqual(moments.toSorted((a, b) => a - b));
    expect(moments.filter((at) => at >= now.getTime())).toEqual([]);
    expect(
      newsOf(plan)
        .map(({ type }) => type)
        .sort(),
    ).toEqual([
      ...['booking.cancelled', 'booking.declined', 'booking.made', 'booking.made'],
      ...['join_request.declined', 'join_request.sent', 'join_request.sent'],
    ]);
  });

  it('never takes a unit twice at a time', () => {
    const blocking = plan.occupancies.filter((row) => row.blocking);
    const times = blocking.map(({ unit, during }) => {
      const [start = '', end = ''] = JSON.parse(during.replace(')', ']')) as string[];
      return { unit, start, end };
    });
    const overlapping = [...Map.groupBy(times, ({ unit }) => unit).values()].flatMap((list) => {
      const ordered = list.toSorted((a, b) => (a.start < b.start ? -1 : 1));
      return ordered.filter(({ start }, index) => start < (ordered[index - 1]?.end ?? start));
    });
    expect(overlapping).toEqual([]);
  });

  it('has events to come, offers that still hold and replies after their posts', () => {
    const posts = new Map(plan.posts.map((post) => [post.id, post]));
    const today = now.toISOString().slice(0, 10);
    expect(
      plan.posts.filter(
        ({ startsAt, validUntil, createdAt }) =>
          (startsAt && startsAt <= now) || (validUntil && validUntil <= today) || createdAt > now,
      ),
    ).toEqual([]);
    expect(
      plan.replies.filter(({ post, createdAt }) => createdAt <= (posts.get(post)?.createdAt ?? now) || createdAt > now),
    ).toEqual([]);
  });
});

it('the newcomer has an account and nothing else', () => {
  const plan = planDemonstration(data, places, world.now);
  const id = personId('vilte');
  expect(plan.people.find((person) => person.id === id)).toMatchObject({ emailVerified: true, operator: false });
  const { memberships, mandates, coordinators, joinRequests, bookings, posts, replies } = plan;
  const rows = [...memberships, ...mandates, ...coordinators, ...joinRequests];
  expect(rows.filter(({ person }) => person === id)).toEqual([]);
  expect(bookings.filter(({ booker }) => booker === id)).toEqual([]);
  expect([...posts, ...replies].filter(({ author }) => author === id)).toEqual([]);
});

it.each(['laser_cutter', 'printer_3d_fdm'])('some %s in Vilnius is for everyone, most are not', (type) => {
  const plan = planDemonstration(data, places, world.now);
  const vilnius = new Set([...places.centres.values()].flatMap(({ id, city }) => (city === 'vilnius' ? [id] : [])));
  const audiences = plan.equipment
    .filter((equipment) => equipment.type === type && vilnius.has(equipment.centre))
    .map(({ audience, approval }) => `${audience} ${approval}`);
  const open = audiences.filter((audience) => audience === 'everyone none').length;
  expect(open).toBeGreaterThan(0);
  expect(open).toBeLessThan(audiences.length / 2);
});

it('people write for organisations and centres only with a mandate or a role there', () => {
  const plan = planDemonstration(data, places, world.now);
  const mandates = new Set(plan.mandates.map(({ person, organisation }) => `${person} ${organisation}`));
  const roles = new Map(plan.memberships.map(({ person, centre, role }) => [`${person} ${centre}`, role]));
  const wrong = [...plan.posts, ...plan.replies].filter(({ author, organisation, actingCentre }) => {
    if (organisation && !mandates.has(`${author} ${organisation}`)) return true;
    return actingCentre !== null && ['member', undefined].includes(roles.get(`${author} ${actingCentre}`));
  });
  expect(wrong).toEqual([]);
  const closed = plan.posts.filter(({ audience }) => audience === 'members');
  expect(closed.filter(({ author, centre }) => !roles.has(`${author} ${centre}`))).toEqual([]);
});
