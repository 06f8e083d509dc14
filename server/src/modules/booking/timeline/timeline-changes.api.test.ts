import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { type MadeEquipment, makeEquipment, makeOccupancy } from '../../../../test/factories/equipment.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { type LiveWorld, liveOn, take } from '../../../../test/live.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { newId } from '../../../shared/ids/ids.ts';

let world: World;
let live: LiveWorld;
let booker: string;
let laser: MadeEquipment;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  live = liveOn(world);
  booker = await makePerson(world, { name: 'Rūta' });
  laser = await makeEquipment(world, { units: 2, bufferAfterMinutes: 30 });
});
afterEach(() => live.stop());

interface Taken {
  startsAt: string;
  endsAt: string;
  kind: string;
  mine: boolean;
  unit: { id: string };
  booking: { id: string; booker: { name: string } } | null;
}
interface Update {
  timelineChanges: {
    __typename: string;
    cursor?: string;
    equipment?: { id: string };
    startsAt?: string;
    endsAt?: string;
    occupancies?: Taken[];
  };
}
const changes = `subscription ($equipmentIds: [ID!], $centreId: ID, $after: Cursor) {
  timelineChanges(equipmentIds: $equipmentIds, centreId: $centreId, after: $after) {
    __typename
    ... on TimelineChange {
      cursor equipment { id } startsAt endsAt
      occupancies { startsAt endsAt kind mine unit { id } booking { id booker { name } } }
    }
  }
}`;
const follow = (personId: string | null, variables: Record<string, unknown>) =>
  live.follow<Update>(personId, changes, variables);
const told = async (stream: Awaited<ReturnType<typeof follow>>, count: number) =>
  (await take(stream, count)).map(({ data, errors }) => {
    if (!data) throw new Error(JSON.stringify(errors));
    return data.timelineChanges;
  });

interface Booking {
  id: string;
  version: number;
}
const at = (time: string) => `2026-11-26T${time}:00.000Z`;
const made = `__typename ... on Booked { booking { id version } } ... on BookingRefused { reasons { message } }`;

async function book(from: string, until: string, equipment = laser): Promise<Booking> {
  const input = { equipmentId: equipment.id, startsAt: at(from), endsAt: at(until), idempotencyKey: newId() };
  const document = `mutation ($input: BookEquipmentInput!) { bookEquipment(input: $input) { ${made} } }`;
  const { data, errors } = await world.ask<{ bookEquipment: { booking?: Booking } }>(booker, document, { input });
  const booking = data?.bookEquipment.booking;
  if (!booking) throw new Error(JSON.stringify(errors ?? data));
  return booking;
}
const move = ({ id, version }: Booking, from: string, until: string) =>
  world.ask(booker, `mutation ($input: MoveBookingInput!) { moveBooking(input: $input) { ${made} } }`, {
    input: { bookingId: id, version, startsAt: at(from), endsAt: at(until), idempotencyKey: newId() },
  });
const cancel = ({ id, version }: Booking) =>
  world.ask(booker, 'mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { id } }', {
    input: { bookingId: id, version },
  });

describe('whoever follows a timeline', () => {
  test('is told what is taken wherever a booking was made, moved or cancelled', async () => {
    await makeOccupancy(world, { unit: laser.units[1] as string, from: at('09:30'), until: at('12:00') });
    const stream = await follow(null, { equipmentIds: [laser.id] });
    const booking = await book('09:00', '10:00');
    const [first] = await told(stream, 1);
    expect(first).toMatchObject({ equipment: { id: laser.id }, startsAt: at('09:00'), endsAt: at('10:30') });
    expect(first?.occupancies).toMatchObject([
      { kind: 'BOOKING', startsAt: at('09:00'), endsAt: at('10:30'), unit: { id: laser.units[0] } },
      { kind: 'MAINTENANCE', startsAt: at('09:30'), endsAt: at('12:00'), unit: { id: laser.units[1] } },
    ]);

    await move(booking, '14:00', '15:00');
    const [moved] = await told(stream, 1);
    const [from, until] = [moved?.startsAt ?? '', moved?.endsAt ?? ''];
    expect(from <= at('09:00') && until >= at('15:30')).toBe(true);
    expect(moved?.occupancies?.filter(({ kind }) => kind === 'BOOKING')).toMatchObject([{ startsAt: at('14:00') }]);

    await cancel({ ...booking, version: booking.version + 1 });
    const [cancelled] = await told(stream, 1);
    expect(cancelled).toMatchObject({ startsAt: at('14:00'), endsAt: at('15:30'), occupancies: [] });
  });

  test('learns whose it is only as the booker or the staff of the centre', async () => {
    const staff = await makePerson(world);
    await makeMembership(world, { personId: staff, centreId: laser.centre, role: 'staff' });
    const streams = await Promise.all(
      [null, booker, staff].map((person) => follow(person, { equipmentIds: [laser.id] })),
    );
    const { id } = await book('09:00', '10:00');
    const seen = await Promise.all(streams.map(async (stream) => (await told(stream, 1))[0]?.occupancies?.[0]));
    const known = { id, booker: { name: 'Rūta' } };
    expect(seen.map((taken) => [taken?.mine, taken?.booking])).toEqual([
      [false, null],
      [true, known],
      [false, known],
    ]);
  });

  test('of a centre is told of all its equipment and of nothing else', async () => {
    const saw = await makeEquipment(world, { centre: laser.centre });
    const elsewhere = await makeEquipment(world);
    const stream = await follow(null, { centreId: laser.centre });
    await live.record({ type: 'post.published', topics: [`centre:${laser.centre}`], subject: { post: newId() } });
    await book('09:00', '10:00', elsewhere);
    await book('09:00', '10:00', saw);
    await book('09:00', '10:00');
    expect((await told(stream, 2)).map(({ equipment }) => equipment?.id)).toEqual([saw.id, laser.id]);
  });

  test('misses nothing between the page and the stream', async () => {
    const query = `query ($ids: [ID!], $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
      timeline(equipmentIds: $ids, startsAt: $startsAt, endsAt: $endsAt) { cursor }
    }`;
    const variables = { ids: [laser.id], startsAt: at('00:00'), endsAt: at('23:00') };
    const { data } = await world.ask<{ timeline: { cursor: string } }>(null, query, variables);
    await book('09:00', '10:00');
    const stream = await follow(null, { equipmentIds: [laser.id], after: data?.timeline.cursor });
    await book('11:00', '12:00');
    expect((await told(stream, 2)).map(({ startsAt }) => startsAt)).toEqual([at('09:00'), at('11:00')]);
  });

  test.each([
    ['equipment that does not exist', () => ({ equipmentIds: [laser.id, newId()] }), 'NOT_FOUND'],
    ['an id that is none', () => ({ equipmentIds: ['x\0'] }), 'NOT_FOUND'],
    ['a centre that does not exist', () => ({ centreId: newId() }), 'NOT_FOUND'],
    ['nothing', () => ({}), 'BAD_INPUT'],
    ['equipment and a centre', () => ({ equipmentIds: [laser.id], centreId: laser.centre }), 'BAD_INPUT'],
    ['101 pieces of equipment', () => ({ equipmentIds: Array.from({ length: 101 }, newId) }), 'BAD_INPUT'],
  ])('is refused %s', async (_name, variables, code) => {
    const [answer] = await take(await follow(null, variables()), 1);
    expect(answer?.code).toBe(code);
  });
});
