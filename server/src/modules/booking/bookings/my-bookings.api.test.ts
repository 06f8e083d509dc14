import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMandate, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipment, makeUnit } from '../../../../test/factories/equipment.ts';
import { makeOrganisation, makePerson } from '../../../../test/factories/identity.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { encodeKeyset } from '../../../platform/database/paging/pagination.rules.ts';

interface Page {
  totalCount: number;
  nodes: { id: string; startsAt: string; state: string }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
}

let world: World;
let ruta: string;
let jonas: string;
beforeAll(async () => {
  world = await embeddedWorld();
  ruta = await makePerson(world);
  jonas = await makePerson(world, { name: 'Jonas Petraitis' });
});
afterAll(() => world.close());

const document = `query ($period: BookingPeriod, $first: Int, $after: String) {
  myBookings(period: $period, first: $first, after: $after) {
    totalCount nodes { id startsAt state equipment { name centre { name } } unit { name } booker { name } viewerCan { move } }
    pageInfo { endCursor hasNextPage } } }`;
const ask = (person: string | null, variables: Record<string, unknown> = {}) =>
  world.ask<{ myBookings: Page }>(person, document, variables);
async function list(person: string, variables: Record<string, unknown> = {}): Promise<Page> {
  const { data, errors } = await ask(person, variables);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.myBookings;
}
const at = (hours: number) => new Date(world.now.getTime() + hours * 3_600_000).toISOString();

describe('my bookings', () => {
  let made: Record<string, string>;
  beforeAll(async () => {
    const { units } = await makeEquipment(world, { units: 3 });
    const [unit = '', other = '', third = ''] = units;
    const book = (from: number, until: number, more = {}) =>
      makeBooking(world, { unit, booker: ruta, from: at(from), until: at(until), ...more });
    made = {
      tomorrow: await book(24, 25),
      now: await book(-1, 1),
      yesterday: await book(-24, -23),
      lastWeek: await book(-170, -168),
      justOver: await book(-2, 0, { unit: other }),
      given: await book(3, 4, { state: 'cancelled' }),
      alsoTomorrow: await book(24, 25, { unit: other }),
      ofJonas: await book(24, 25, { unit: third, booker: jonas }),
    };
  });
  const names = ({ nodes }: Page) => nodes.map(({ id }) => Object.keys(made).find((name) => made[name] === id));

  test('are those to come, the next first; those that are over, the last first; those cancelled', async () => {
    expect(names(await list(ruta))).toEqual(['now', 'tomorrow', 'alsoTomorrow']);
    expect(names(await list(ruta, { period: 'PAST' }))).toEqual(['justOver', 'yesterday', 'lastWeek']);
    expect(names(await list(ruta, { period: 'CANCELLED' }))).toEqual(['given']);
    expect(names(await list(jonas, { period: 'UPCOMING' }))).toEqual(['ofJonas']);
    expect((await list(ruta, { period: 'PAST', first: 1 })).totalCount).toBe(3);
  });

  test.each(['UPCOMING', 'PAST'])('come page by page without loss or repetition: %s', async (period) => {
    const all = names(await list(ruta, { period }));
    const seen: (string | undefined)[] = [];
    let after: string | null = null;
    do {
      const page: Page = await list(ruta, { period, first: 1, after });
      seen.push(...names(page));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toEqual(all);
  });

  test.each([
    [{ first: 0 }, 'BAD_INPUT'],
    [{ first: 101 }, 'BAD_INPUT'],
    [{ after: 'nonsense' }, 'CURSOR_INVALID'],
    [{ after: encodeKeyset(['2026-02-30T00:00:00Z', '01a20573-72ed-702a-88ff-cdcaf7a64714']) }, 'CURSOR_INVALID'],
    [{ after: encodeKeyset(['2026-11-25T00:00:00Z', 'x']) }, 'CURSOR_INVALID'],
    [{ period: 'SOMETIME' }, 'BAD_INPUT'],
  ])('asked with %j are %s', async (variables, code) => {
    expect((await ask(ruta, variables)).code).toBe(code);
  });

  test('are not for visitors', async () => {
    expect((await ask(null)).code).toBe('SIGN_IN_REQUIRED');
  });

  test('cost the same few statements, one booking or thirty', async () => {
    const count = async (person: string) => (await statementsOf(world, () => list(person))).length;
    const few = await count(jonas);
    const busy = await makePerson(world);
    const { id, units } = await makeEquipment(world);
    for (let index = 0; index < 15; index += 1) {
      const unit =
        index < units.length ? (units[index] ?? '') : await makeUnit(world, { equipment: id, position: index + 1 });
      await makeBooking(world, { unit, booker: busy, from: at(30), until: at(31) });
    }
    expect(await count(busy)).toBe(few);
  });
});

describe('one booking', () => {
  const query = 'query ($id: ID!) { booking(id: $id) { id purpose booker { name } actingFor { __typename } } }';
  const find = (person: string | null, id: string) =>
    world.ask<{ booking: { purpose: string } }>(person, query, { id });

  test('is for its booker, people of the same organisation and the staff of the centre', async () => {
    const { centre, units } = await makeEquipment(world);
    const organisation = await makeOrganisation(world, { cityId: await makeCity(world) });
    const [colleague, former, staff, member, staffElsewhere] = [
      await makePerson(world),
      await makePerson(world),
      await makePerson(world),
      await makePerson(world),
      await makePerson(world),
    ];
    await makeMandate(world, { personId: colleague, organisationId: organisation });
    await makeMandate(world, { personId: former, organisationId: organisation, validUntil: world.now });
    await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
    await makeMembership(world, { personId: member, centreId: centre });
    await makeMembership(world, { personId: staffElsewhere, centreId: await makeCentre(world), role: 'manager' });
    const id = await makeBooking(world, {
      unit: units[0] ?? '',
      booker: ruta,
      organisation,
      from: at(1),
      until: at(2),
      purpose: 'Prototipas',
    });
    for (const person of [ruta, colleague, staff]) {
      expect((await find(person, id)).data?.booking.purpose).toBe('Prototipas');
    }
    for (const person of [jonas, former, member, staffElsewhere]) {
      const { data, code } = await find(person, id);
      expect([data, code]).toEqual([null, 'NOT_FOUND']);
    }
    expect((await find(null, id)).code).toBe('SIGN_IN_REQUIRED');
  });

  test.each(['', 'x', '01a20573-72ed-702a-88ff-cdcaf7a64714', "' or 1=1"])('%j is not there', async (id) => {
    expect((await find(ruta, id)).code).toBe('NOT_FOUND');
  });
});
