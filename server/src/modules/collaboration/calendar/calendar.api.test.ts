import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makePost } from '../../../../test/factories/collaboration.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeEquipment } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

let world: World;
let centre: string;
let ruta: string;
beforeAll(async () => {
  world = await embeddedWorld();
  centre = await makeCentre(world, { name: 'Rūpintojėlis' });
  ruta = await makePerson(world);
});
afterAll(() => world.close());

const page = 'https://talka.example/lt/kalendorius';
const ask = async (what: 'booking' | 'post', id: string, personId: string | null, address = page) => {
  const fields = what === 'booking' ? 'calendar(page: $page)' : '... on Event { calendar(page: $page) }';
  const { data, code } = await world.ask<{ it: { calendar: string } }>(
    personId,
    `query ($id: ID!, $page: String!) { it: ${what}(id: $id) { ${fields} } }`,
    { id, page: address },
    { locale: 'lt' },
  );
  return code ?? data?.it.calendar.replaceAll('\r\n ', '').split('\r\n') ?? [];
};

describe('a calendar file', () => {
  test('of a booking names what and where, and updates itself after a change', async () => {
    const { units } = await makeEquipment(world, { centre, name: 'Lazeris', units: 2 });
    const [from, until] = ['2026-11-26T10:00:00Z', '2026-11-26T12:00:00Z'];
    const id = await makeBooking(world, { unit: units[1] ?? '', booker: ruta, from, until, purpose: 'maketas' });
    const first = await ask('booking', id, ruta);
    expect(first).toEqual(
      expect.arrayContaining([
        `UID:${id}@talka.example`,
        'SEQUENCE:1',
        'DTSTART:20261126T100000Z',
        'DTEND:20261126T120000Z',
        'SUMMARY:Lazeris\\, Nr. 2\\, Rūpintojėlis',
        `DESCRIPTION:Kam reikės: maketas\\nKeisti ar atšaukti: ${page}`,
        'STATUS:CONFIRMED',
      ]),
    );
    await world.ask(ruta, 'mutation ($id: ID!) { cancelBooking(input: { bookingId: $id, version: 1 }) { id } }', {
      id,
    });
    expect(await ask('booking', id, ruta)).toEqual(
      expect.arrayContaining([`UID:${id}@talka.example`, 'SEQUENCE:2', 'STATUS:CANCELLED']),
    );
    expect(await ask('booking', id, await makePerson(world))).toBe('NOT_FOUND');
  });

  test('of an event is read by those who read the event', async () => {
    const event = { kind: 'event', title: 'Talka', body: '**Ateikite** visi' } as const;
    const id = await makePost(world, { ...event, centre, author: ruta });
    expect(await ask('post', id, null)).toEqual(
      expect.arrayContaining([
        `UID:${id}@talka.example`,
        'SUMMARY:Talka',
        `DESCRIPTION:Ateikite visi\\n${page}`,
        'STATUS:CONFIRMED',
      ]),
    );
    const hidden = await makePost(world, { ...event, centre, author: ruta, state: 'withdrawn' });
    expect(await ask('post', hidden, null)).toBe('NOT_FOUND');
    expect(await ask('post', hidden, ruta)).toContain('STATUS:CANCELLED');
  });

  test('leads to a page of the web', async () => {
    const id = await makePost(world, { kind: 'event', centre });
    expect(await ask('post', id, null, 'javascript:alert(1)')).toBe('BAD_INPUT');
  });
});
