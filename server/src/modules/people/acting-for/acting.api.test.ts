import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf } from '../../../../test/accounts.ts';
import { defaultNow } from '../../../../test/clock.ts';
import { makeMandate, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makeOrganisation } from '../../../../test/factories/identity.ts';
import { signUpAndIn } from '../../../../test/factories/signing-in.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { newId } from '../../../shared/ids/ids.ts';

let world: World;
let accounts: Accounts;
let cookie: string;
let personId: string;
beforeAll(async () => {
  world = await embeddedWorld();
  accounts = await accountsOf(world);
});
beforeEach(async () => {
  world.now = defaultNow;
  ({ cookie, personId } = await signUpAndIn(accounts));
});
afterAll(async () => {
  await accounts.close();
  await world.close();
});

const parties = '__typename ... on Organisation { name } ... on Centre { name }';
const ActFor = `mutation ($organisationId: ID, $centreId: ID) {
  actFor(organisationId: $organisationId, centreId: $centreId) { actingFor { ${parties} } }
}`;
const choose = (given: { organisationId?: string; centreId?: string }, as = cookie) => accounts.ask(as, ActFor, given);
const actingFor = async (as = cookie) =>
  (await accounts.ask<{ me: { actingFor: unknown } }>(as, `{ me { actingFor { ${parties} } } }`)).data?.me.actingFor;

describe('acting for somebody', () => {
  test('is kept with the session until the mandate ends', async () => {
    const organisationId = await makeOrganisation(world, { name: 'Drožlė' });
    await makeMandate(world, { personId, organisationId, validUntil: new Date(defaultNow.getTime() + 60_000) });
    const firm = { __typename: 'Organisation', name: 'Drožlė' };

    expect((await choose({ organisationId })).data).toEqual({ actFor: { actingFor: firm } });
    expect(await actingFor()).toEqual(firm);
    world.now = new Date(defaultNow.getTime() + 60_000);
    expect(await actingFor()).toBeNull();
  });

  test('works for a centre as its staff, and is left again', async () => {
    const centreId = await makeCentre(world, { name: 'FabLab Lisboa' });
    await makeMembership(world, { personId, centreId, role: 'staff' });

    await choose({ centreId });
    expect(await actingFor()).toEqual({ __typename: 'Centre', name: 'FabLab Lisboa' });
    expect((await choose({})).data).toEqual({ actFor: { actingFor: null } });
    expect(await actingFor()).toBeNull();
  });

  test('changes from one to another', async () => {
    const organisationId = await makeOrganisation(world, { name: 'Skiedra' });
    await makeMandate(world, { personId, organisationId });
    const centreId = await makeCentre(world, { name: 'Kaupykla' });
    await makeMembership(world, { personId, centreId, role: 'manager' });

    await choose({ organisationId });
    await choose({ centreId });
    expect(await actingFor()).toEqual({ __typename: 'Centre', name: 'Kaupykla' });
  });

  test('concerns this session only', async () => {
    const organisationId = await makeOrganisation(world);
    const other = await signUpAndIn(accounts);
    await makeMandate(world, { personId: other.personId, organisationId });
    const answer = await accounts.post('/sign-in/email', other);
    const elsewhere = answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';

    await choose({ organisationId }, other.cookie);
    expect(await actingFor(other.cookie)).not.toBeNull();
    expect(await actingFor(elsewhere)).toBeNull();
  });
});

describe('acting is refused', () => {
  const refused = async (given: Parameters<typeof choose>[0], as = cookie) => {
    const { code } = await choose(given, as);
    expect(await actingFor()).toBeNull();
    return code;
  };

  test('without a mandate, or with one that ended or has not begun', async () => {
    const organisationId = await makeOrganisation(world);
    expect(await refused({ organisationId })).toBe('FORBIDDEN');
    const ended = await makeOrganisation(world);
    await makeMandate(world, { personId, organisationId: ended, validUntil: world.now });
    expect(await refused({ organisationId: ended })).toBe('FORBIDDEN');
    const early = await makeOrganisation(world);
    await makeMandate(world, { personId, organisationId: early, validFrom: new Date(world.now.getTime() + 1) });
    expect(await refused({ organisationId: early })).toBe('FORBIDDEN');
  });

  test('for a centre where one is only a member', async () => {
    const centreId = await makeCentre(world);
    await makeMembership(world, { personId, centreId, role: 'member' });
    expect(await refused({ centreId })).toBe('FORBIDDEN');
  });

  test('for what does not exist', async () => {
    expect(await refused({ organisationId: newId() })).toBe('NOT_FOUND');
    expect(await refused({ centreId: newId() })).toBe('NOT_FOUND');
    expect(await refused({ centreId: 'nonsense' })).toBe('NOT_FOUND');
    expect(await refused({ organisationId: 'nonsense\0' })).toBe('NOT_FOUND');
  });

  test('for two at once', async () => {
    const organisationId = await makeOrganisation(world);
    expect(await refused({ organisationId, centreId: newId() })).toBe('BAD_INPUT');
  });

  test('to a visitor', async () => {
    const organisationId = await makeOrganisation(world);
    expect((await choose({ organisationId }, '')).code).toBe('SIGN_IN_REQUIRED');
  });
});
