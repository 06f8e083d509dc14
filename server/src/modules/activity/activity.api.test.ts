import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../test/factories/belonging.ts';
import { makeEquipment } from '../../../test/factories/equipment.ts';
import { makePerson } from '../../../test/factories/identity.ts';
import { type LiveWorld, liveOn, take } from '../../../test/live.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { rowsOf } from '../../platform/database/database.ts';
import { pruneEventLog } from '../../platform/events/maintenance/retention.service.ts';
import { newId } from '../../shared/ids/ids.ts';

let world: World;
let live: LiveWorld;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  live = liveOn(world);
});
afterEach(() => live.stop());

interface Update {
  activity: {
    __typename: string;
    cursor?: string;
    kind?: string;
    at?: string;
    centre?: { id: string } | null;
    equipment?: { id: string } | null;
    post?: { id: string } | null;
  };
}
const activity = `subscription ($after: Cursor) {
  activity(after: $after) {
    __typename
    ... on Activity { cursor kind at centre { id } equipment { id } post { id } }
    ... on ReplayGap { cursor }
  }
}`;
const newest = '{ latestActivity { cursor kind equipment { id } } }';
const follow = (personId: string | null, after?: string) => live.follow<Update>(personId, activity, { after });
const told = async (stream: Awaited<ReturnType<typeof follow>>, count: number) =>
  (await take(stream, count)).map(({ data, errors }) => {
    if (!data) throw new Error(JSON.stringify(errors));
    return data.activity;
  });
const booked = (equipment: string, centre: string, audience: 'public' | `centre:${string}` = 'public') => ({
  type: 'booking.made',
  topics: ['activity'],
  subject: { equipment, centre, booking: newId() },
  audiences: [audience],
});

describe('activity', () => {
  test('tells which equipment was booked and where, in the order it happened', async () => {
    const { id, centre } = await makeEquipment(world);
    const stream = await follow(null);
    await live.record(booked(id, centre), { ...booked(id, centre), type: 'booking.cancelled' });
    const facts = { at: world.now.toISOString(), centre: { id: centre }, equipment: { id }, post: null };
    expect(await told(stream, 2)).toMatchObject([
      { kind: 'BOOKING_MADE', ...facts },
      { kind: 'BOOKING_CANCELLED', ...facts },
    ]);
  });

  test('is kept from those it is not for, and their cursor moves on with the next that is', async () => {
    const { id, centre } = await makeEquipment(world);
    const member = await makePerson(world);
    await makeMembership(world, { personId: member, centreId: centre });
    const [visitors, members] = [await follow(null), await follow(member)];
    await live.record(booked(id, centre, `centre:${centre}`), booked(id, centre));
    const [seen] = await told(visitors, 1);
    const both = await told(members, 2);
    expect(both[1]?.cursor).toBe(seen?.cursor);
    expect(both[0]?.cursor).not.toBe(seen?.cursor);
  });

  test('leaves out events that are no news, and things that are gone', async () => {
    const { id, centre } = await makeEquipment(world);
    const stream = await follow(null);
    await live.record({ ...booked(id, centre), type: 'session.ended' }, booked(newId(), centre), booked(id, centre));
    expect(await told(stream, 1)).toMatchObject([{ equipment: { id } }]);
  });

  test('tells of a gap where the cursor is older than what is kept, and goes on behind it', async () => {
    const { id, centre } = await makeEquipment(world);
    const first = await follow(null);
    await live.record(booked(id, centre), booked(id, centre));
    const [seen] = await told(first, 2);
    await pruneEventLog(rowsOf(world.em()), new Date(world.now.getTime() + 30 * 86_400_000));
    const stream = await follow(null, seen?.cursor);
    const [gap] = await told(stream, 1);
    expect(gap).toMatchObject({ __typename: 'ReplayGap', cursor: expect.any(String) });
    await live.record(booked(id, centre));
    const [next] = await told(await follow(null, gap?.cursor), 1);
    expect(next).toMatchObject({ __typename: 'Activity' });
    expect(await told(stream, 1)).toEqual([next]);
  });

  test('tells a member who signed out nothing more', async () => {
    const { id, centre } = await makeEquipment(world);
    const person = await makePerson(world);
    const stream = await follow(person);
    await live.record(booked(id, centre));
    expect(await told(stream, 1)).toMatchObject([{ __typename: 'Activity' }]);
    await world.orm.em.getConnection().execute('delete from person where id = ?', [person]);
    await live.record(booked(id, centre));
    expect(await told(stream, 2)).toEqual([{ __typename: 'AccessRevoked' }]);
  });

  test('tells a page its newest that the reader may know of, and nothing that is hours old', async () => {
    const { id, centre } = await makeEquipment(world);
    const member = await makePerson(world);
    await makeMembership(world, { personId: member, centreId: centre });
    const { id: hidden } = await makeEquipment(world, { centre });
    await live.record(booked(id, centre), booked(hidden, centre, `centre:${centre}`));
    await live.record({ ...booked(id, centre), type: 'booking.moved' });
    const latest = async (personId: string | null) => {
      const { data } = await world.ask<{ latestActivity: Update['activity'] | null }>(personId, newest);
      return data?.latestActivity;
    };
    expect(await latest(null)).toMatchObject({ kind: 'BOOKING_MADE', equipment: { id } });
    expect(await latest(member)).toMatchObject({ equipment: { id: hidden } });
    const { now } = world;
    world.now = new Date(now.getTime() + 7 * 3_600_000);
    expect(await latest(null)).toBeNull();
    world.now = now;
  });
});
