import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCoordinator, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import type { CentreRole } from '../../../access/roles.enums.ts';
import { rowsOf } from '../../../platform/database/database.ts';

let world: World;
let slug: string;
let centre: string;
let elsewhere: string;
beforeAll(async () => {
  world = await embeddedWorld();
  slug = 'cechas';
  centre = await makeCentre(world, { name: 'Cechas', slug });
  elsewhere = await makeCentre(world, { name: 'Kitas' });
});
afterAll(() => world.close());

const person = async (role?: CentreRole, centreId = centre, verified = true) => {
  const personId = await makePerson(world, { verified });
  if (role) await makeMembership(world, { personId, centreId, role });
  return personId;
};
const ask = (who: string | null, centreSlug = slug) =>
  world.ask<{ desk: { centre: { name: string; viewerCan: { acts: string[] } }; cursor: string } }>(
    who,
    'query ($centreSlug: String!) { desk(centreSlug: $centreSlug) { centre { name viewerCan { acts } } cursor } }',
    { centreSlug },
  );

describe('the desk of a centre', () => {
  test.each([
    ['host', ['SEE_DESK'], ['APPROVE', 'APPOINT']],
    ['staff', ['SEE_DESK', 'APPROVE'], ['APPOINT']],
    ['manager', ['SEE_DESK', 'APPROVE', 'APPOINT'], []],
  ] as const)('opens to its %s', async (role, may, mayNot) => {
    const { data, errors } = await ask(await person(role));
    expect(errors).toBeUndefined();
    expect(data?.desk).toMatchObject({ centre: { name: 'Cechas' }, cursor: expect.any(String) });
    const acts = data?.desk.centre.viewerCan.acts ?? [];
    expect(acts).toEqual(expect.arrayContaining([...may]));
    expect(acts.filter((act) => mayNot.some((each) => each === act))).toEqual([]);
  });

  test.each<[string, () => Promise<string | null>, string]>([
    ['a visitor', async () => null, 'SIGN_IN_REQUIRED'],
    ['somebody without a role', () => person(), 'FORBIDDEN'],
    ['a member', () => person('member'), 'FORBIDDEN'],
    ['staff of another centre', () => person('staff', elsewhere), 'FORBIDDEN'],
    ['the manager of another centre', () => person('manager', elsewhere), 'FORBIDDEN'],
    ['the operator', () => makePerson(world, { operator: true }), 'FORBIDDEN'],
  ])('stays closed to %s', async (_, who, code) => {
    const { data, code: answered } = await ask(await who());
    expect([data ?? null, answered]).toEqual([null, code]);
  });

  test('stays closed to the coordinator of the city and to whose role has ended', async () => {
    const cityId = (
      await rowsOf(world.em()).selectFrom('centre').select('city_id').where('id', '=', centre).executeTakeFirstOrThrow()
    ).city_id;
    const coordinator = await person();
    await makeCoordinator(world, { personId: coordinator, cityId });
    expect((await ask(coordinator)).code).toBe('FORBIDDEN');
    const former = await makePerson(world);
    await makeMembership(world, { personId: former, centreId: centre, role: 'manager', validUntil: world.now });
    expect((await ask(former)).code).toBe('FORBIDDEN');
  });

  test.each(['nera-tokio', '', 'x\0', 'a'.repeat(1000)])('is nowhere under %j', async (centreSlug) => {
    expect((await ask(await person('staff'), centreSlug)).code).toBe('NOT_FOUND');
  });
});

test('whoever runs desks finds them in `me`, by name; a member finds none', async () => {
  const desks = async (who: string) =>
    (await world.ask<{ me: { desks: { name: string }[] } }>(who, '{ me { desks { name } } }')).data?.me.desks;
  const both = await person('staff');
  await makeMembership(world, { personId: both, centreId: elsewhere, role: 'manager' });
  const third = await makeCentre(world, { name: 'Čia tik narė' });
  await makeMembership(world, { personId: both, centreId: third, role: 'member' });
  expect(await desks(both)).toEqual([{ name: 'Cechas' }, { name: 'Kitas' }]);
  expect(await desks(await person('member'))).toEqual([]);
});
