import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ask as book } from '../../../test/bookings.ts';
import { makeMembership } from '../../../test/factories/belonging.ts';
import { makeBooking } from '../../../test/factories/booking.ts';
import { makeCentre } from '../../../test/factories/directory.ts';
import { type MadeEquipment, makeEquipment } from '../../../test/factories/equipment.ts';
import { makePerson } from '../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { EquipmentSteward } from '../equipment/stewards/steward.entity.ts';
import { moveOverdueOn } from './overdue/overdue-outages.job.ts';

let world: World;
let host: string;
let member: string;
let other: string;
let centre: string;
let laser: MadeEquipment;
let start: Date;
const hour = 3_600_000;
beforeAll(async () => {
  world = await embeddedWorld();
  start = world.now;
});
afterAll(() => world.close());
beforeEach(async () => {
  world.now = start;
  centre = await makeCentre(world);
  [host, member, other] = [await makePerson(world), await makePerson(world), await makePerson(world)];
  await makeMembership(world, { personId: host, centreId: centre, role: 'host' });
  await makeMembership(world, { personId: member, centreId: centre, role: 'member' });
  laser = await makeEquipment(world, {
    centre,
    name: 'Lazeris',
    units: 2,
    hours: [{ opens: '00:00', closes: '24:00' }],
  });
});

const unit = (index = 0) => laser.units[index] ?? '';
const at = (hours: number) => new Date(start.getTime() + hours * hour).toISOString();
interface Problem {
  id: string;
  version: number;
  state: string;
  endsAt: string | null;
  steps: { kind: string }[];
  bookings: { id: string }[];
}
const fields = 'id version state kind endsAt words steps { kind } bookings { id }';
const report = (person: string, kind: string, more: object = {}) =>
  world.ask<{ reportProblem: Problem }>(
    person,
    `mutation ($input: ReportProblemInput!) { reportProblem(input: $input) { ${fields} } }`,
    { input: { unitId: unit(), kind, words: 'Dūmai', idempotencyKey: crypto.randomUUID(), ...more } },
  );
const change = (person: string, problem: Pick<Problem, 'id' | 'version'>, act: string, more: object = {}) =>
  world.ask<{ changeProblem: Problem }>(
    person,
    `mutation ($input: ChangeProblemInput!) { changeProblem(input: $input) { ${fields} } }`,
    { input: { problemId: problem.id, version: problem.version, act, ...more } },
  );
const reported = async (person: string, kind: string, more: object = {}) => {
  const { data, errors } = await report(person, kind, more);
  expect(errors).toBeUndefined();
  if (!data) throw new Error('nothing was reported');
  return data.reportProblem;
};
const changed = async (problem: Pick<Problem, 'id' | 'version'>, act: string, more: object = {}) => {
  const { data, errors } = await change(host, problem, act, more);
  expect(errors).toBeUndefined();
  if (!data) throw new Error('nothing was changed');
  return data.changeProblem;
};
const tryBook = async (from: number, until: number, unitId = unit()) =>
  (await book(world, other, { equipmentId: laser.id, unitId, startsAt: at(from), endsAt: at(until) })).answer;
const seen = async (person: string | null) => {
  const { data } = await world.ask<{ equipment: { problems: { kind: string; endsAt: string | null }[] } }>(
    person,
    `query ($id: ID!) { equipment(id: $id) { problems { kind state endsAt unit { name } } } }`,
    { id: laser.id },
  );
  return data?.equipment.problems;
};

describe('danger', () => {
  test('from whoever is checked in stops the unit until somebody looks', async () => {
    await makeBooking(world, { unit: unit(), booker: member, from: at(-0.5), until: at(1), state: 'checked_in' });
    const problem = await reported(member, 'DANGER');
    expect(problem.endsAt).toBe(new Date(start.getTime() + 24 * hour).toISOString());
    expect((await tryBook(2, 3))?.reasons).toMatchObject([{ condition: 'UNIT_AVAILABLE' }]);
    expect((await tryBook(2, 3, unit(1)))?.__typename).toBe('Booked');
    expect((await tryBook(25, 26))?.__typename).toBe('Booked');
    expect(await seen(null)).toMatchObject([{ kind: 'DANGER', endsAt: problem.endsAt }]);
    const fixed = await changed(problem, 'FIX');
    expect(fixed).toMatchObject({ state: 'FIXED', endsAt: null });
    expect((await tryBook(2, 3))?.__typename).toBe('Booked');
    expect(await seen(null)).toEqual([]);
  });

  test('from anybody else is only told', async () => {
    expect(await reported(other, 'DANGER')).toMatchObject({ state: 'REPORTED', endsAt: null });
    expect((await tryBook(2, 3))?.__typename).toBe('Booked');
  });

  test('from those who work there stops it as well, and so does what they call unusable', async () => {
    expect((await reported(host, 'UNUSABLE')).endsAt).not.toBeNull();
    expect((await reported(host, 'DANGER', { unitId: unit(1) })).endsAt).not.toBeNull();
  });
});

describe('out of order', () => {
  test('keeps bookings, names them, and takes their time once they are gone', async () => {
    const inside = await makeBooking(world, { unit: unit(), booker: member, from: at(3), until: at(4) });
    const behind = await makeBooking(world, { unit: unit(), booker: member, from: at(30), until: at(31) });
    const far = await makeBooking(world, { unit: unit(), booker: member, from: at(24 * 20), until: at(24 * 20 + 1) });
    const problem = await changed(await reported(member, 'LIMITS'), 'STOP', { endsAt: at(10) });
    expect(problem.bookings.map(({ id }) => id)).toEqual([inside, behind]);
    const risk = async (id: string) =>
      (
        await world.ask<{ booking: { atRiskUntil: string | null; version: number } }>(
          member,
          'query ($id: ID!) { booking(id: $id) { atRiskUntil version } }',
          { id },
        )
      ).data?.booking;
    expect((await risk(inside))?.atRiskUntil).toBe(at(10));
    expect((await risk(behind))?.atRiskUntil).toBe(at(10));
    expect((await risk(far))?.atRiskUntil).toBeNull();
    const { errors } = await world.ask(
      member,
      'mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { id } }',
      { input: { bookingId: inside, version: 1 } },
    );
    expect(errors).toBeUndefined();
    expect((await tryBook(3, 4))?.reasons).toMatchObject([{ condition: 'UNIT_AVAILABLE' }]);
    expect((await tryBook(11, 12))?.__typename).toBe('Booked');
    const longer = await changed(problem, 'STOP', { endsAt: at(14) });
    expect((await tryBook(12.5, 13.5))?.__typename).toBe('BookingRefused');
    const shorter = await changed(longer, 'STOP', { endsAt: at(2) });
    expect((await tryBook(3, 4))?.__typename).toBe('Booked');
    expect(await changed(shorter, 'RESUME')).toMatchObject({ state: 'SEEN', endsAt: null });
  });

  test('moves on by days where nobody said that it works, and not where somebody did', async () => {
    const problem = await changed(await reported(host, 'UNUSABLE'), 'STOP', { endsAt: at(2) });
    world.now = new Date(start.getTime() + 26.5 * hour);
    const run = () => moveOverdueOn(world.context(), new AbortController().signal);
    await run();
    await run();
    const { data } = await world.ask<{ problem: Problem }>(
      host,
      `query ($id: ID!) { problem(id: $id) { ${fields} } }`,
      {
        id: problem.id,
      },
    );
    expect(data?.problem.endsAt).toBe(at(50));
    expect(data?.problem.steps.map(({ kind }) => kind)).toEqual(['REPORT', 'STOP', 'MOVE_ON']);
    expect((await tryBook(40, 41))?.__typename).toBe('BookingRefused');
    await changed(problem, 'FIX');
    world.now = new Date(start.getTime() + 60 * hour);
    await run();
    expect((await tryBook(70, 71))?.__typename).toBe('Booked');
  });

  test('lasts while another open problem needs it', async () => {
    const one = await reported(host, 'UNUSABLE');
    const two = await reported(host, 'DANGER');
    await changed(one, 'FIX');
    expect((await tryBook(2, 3))?.__typename).toBe('BookingRefused');
    await changed(two, 'FIX');
    expect((await tryBook(2, 3))?.__typename).toBe('Booked');
  });
});

describe('a problem', () => {
  test('is read by whoever reported it and by those who handle it', async () => {
    const { id } = await reported(member, 'NOTE');
    const read = (person: string) => world.ask(person, 'query ($id: ID!) { problem(id: $id) { words } }', { id });
    expect((await read(member)).code).toBeUndefined();
    expect((await read(host)).code).toBeUndefined();
    expect((await read(other)).code).toBe('NOT_FOUND');
    const em = world.em();
    em.create(EquipmentSteward, { equipment: laser.id, person: other, since: start });
    await em.flush();
    expect((await read(other)).code).toBeUndefined();
    expect(await seen(member)).toEqual([]);
  });

  test('is joined to another, taken on, noted, ended', async () => {
    const [one, two] = [await reported(member, 'LIMITS'), await reported(other, 'UNUSABLE')];
    expect((await change(host, two, 'JOIN', { sameAsId: two.id })).code).toBe('BAD_INPUT');
    expect(await changed(two, 'JOIN', { sameAsId: one.id })).toMatchObject({ state: 'SAME_AS' });
    const working = await changed(one, 'WORK', { assigneeId: host });
    expect(working.state).toBe('IN_WORK');
    expect((await change(host, one, 'WAIT')).code).toBe('STALE_VERSION');
    const waiting = await changed(working, 'WAIT', { words: 'Dalis' });
    const over = await changed(waiting, 'FIND_NO_FAULT');
    expect(over.state).toBe('NO_FAULT');
    expect((await change(host, over, 'FIX')).code).toBe('CONFLICT');
    expect(over.steps.map(({ kind }) => kind)).toEqual(['REPORT', 'WORK', 'WAIT', 'FIND_NO_FAULT']);
  });

  test.each([
    ['NOTE', { words: ' ' }],
    ['STOP', {}],
    ['STOP', { endsAt: '2020-01-01T00:00:00Z' }],
    ['STOP', { endsAt: '2099-01-01T00:00:00Z' }],
    ['WORK', { assigneeId: '019ab000-0000-7000-8000-000000000000' }],
    ['JOIN', {}],
  ])('refuses %s with %j', async (act, more) => {
    expect((await change(host, await reported(member, 'NOTE'), act, more)).code).toBe('BAD_INPUT');
  });

  test('of nothing, of a stranger, in no words', async () => {
    expect((await report(member, 'NOTE', { unitId: '019ab000-0000-7000-8000-000000000000' })).code).toBe('NOT_FOUND');
    expect((await report(member, 'NOTE', { words: '\n ' })).code).toBe('BAD_INPUT');
    expect((await report(member, 'NOTE', { words: 'a\u0000' })).code).toBe('BAD_INPUT');
    const problem = await reported(member, 'NOTE');
    expect((await change(member, problem, 'FIX')).code).toBe('FORBIDDEN');
    expect((await change(other, problem, 'FIX')).code).toBe('NOT_FOUND');
  });
});
