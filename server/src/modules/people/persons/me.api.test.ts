import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeCoordinator, makeMandate, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeOrganisation, makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';

let world: World;
let cityId: string;
beforeAll(async () => {
  world = await embeddedWorld();
  cityId = await makeCity(world);
});
afterAll(() => world.close());

const Me = `{
  me {
    email emailVerified locale operator person { id name demonstration }
    memberships { role validFrom validUntil centre { name } }
    mandates { validUntil organisation { name city { name } } }
    coordinates { name }
    actingFor { __typename }
    mayActFor { __typename ... on Centre { name } ... on Organisation { name } }
  }
}`;

describe('me', () => {
  test('a visitor is nobody yet', async () => {
    const { data, errors } = await world.ask(null, '{ me { email } }');
    expect(errors).toBeUndefined();
    expect(data).toEqual({ me: null });
  });

  test('a person sees their own account, memberships, mandates and cities', async () => {
    const personId = await makePerson(world, { name: 'Jonas Petraitis', email: 'jonas@example.org', locale: 'en' });
    const fabLab = await makeCentre(world, { name: 'FabLab Vilnius', city: cityId });
    const loftas = await makeCentre(world, { name: 'Loftas', city: cityId });
    const firm = await makeOrganisation(world, { cityId, name: 'Ąžuolo dirbtuvė' });
    await makeMembership(world, { personId, centreId: fabLab, role: 'staff' });
    await makeMembership(world, {
      personId,
      centreId: loftas,
      validFrom: new Date(world.now.getTime() - 1000),
    });
    await makeMandate(world, { personId, organisationId: firm, validUntil: new Date('2027-01-01T00:00:00Z') });
    await makeCoordinator(world, { personId, cityId });

    const { data, errors } = await world.ask(personId, Me);
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      me: {
        email: 'jonas@example.org',
        emailVerified: true,
        locale: 'EN',
        operator: false,
        person: { id: personId, name: 'Jonas Petraitis', demonstration: false },
        memberships: [
          {
            role: 'STAFF',
            validFrom: '2025-11-25T08:00:00.000Z',
            validUntil: null,
            centre: { name: 'FabLab Vilnius' },
          },
          { role: 'MEMBER', validFrom: '2026-11-25T07:59:59.000Z', validUntil: null, centre: { name: 'Loftas' } },
        ],
        mandates: [
          {
            validUntil: '2027-01-01T00:00:00.000Z',
            organisation: { name: 'Ąžuolo dirbtuvė', city: { name: 'Vilnius' } },
          },
        ],
        coordinates: [{ name: 'Vilnius' }],
        actingFor: null,
        mayActFor: [
          { __typename: 'Organisation', name: 'Ąžuolo dirbtuvė' },
          { __typename: 'Centre', name: 'FabLab Vilnius' },
        ],
      },
    });
  });

  test('nobody reads the address of somebody else', async () => {
    const personId = await makePerson(world);
    for (const asking of [null, personId]) {
      const { data, code } = await world.ask(asking, '{ me { person { email } } }');
      expect([data, code]).toEqual([undefined, 'GRAPHQL_VALIDATION_FAILED']);
    }
  });

  test('a membership or mandate that has ended or not begun is not there', async () => {
    const personId = await makePerson(world);
    const centreId = await makeCentre(world, { name: 'Rūpintojėlis', city: cityId });
    const organisationId = await makeOrganisation(world, { cityId });
    await makeMembership(world, { personId, centreId, role: 'manager', validUntil: world.now });
    await makeMandate(world, {
      personId,
      organisationId,
      validFrom: new Date(world.now.getTime() + 1),
    });
    const { data } = await world.ask<{ me: object }>(personId, Me);
    expect(data?.me).toMatchObject({ memberships: [], mandates: [], mayActFor: [] });
  });

  test('acting for an organisation shows, until its mandate ends', async () => {
    const personId = await makePerson(world);
    const organisationId = await makeOrganisation(world, { cityId, name: 'Drožlė' });
    await makeMandate(world, { personId, organisationId, validUntil: new Date(world.now.getTime() + 60_000) });
    const actingFor = { kind: 'organisation', id: organisationId } as const;
    const ask = () =>
      world.ask(personId, '{ me { actingFor { ... on Organisation { id name } } } }', {}, { actingFor });

    expect((await ask()).data).toEqual({ me: { actingFor: { id: organisationId, name: 'Drožlė' } } });
    world.now = new Date(world.now.getTime() + 60_000);
    expect((await ask()).data).toEqual({ me: { actingFor: null } });
    world.now = new Date(world.now.getTime() - 60_000);
  });
});

describe('a profile', () => {
  const Update = `mutation ($input: UpdateProfileInput!) {
    updateProfile(input: $input) { locale person { name } }
  }`;

  test('is changed by its owner, with space around the name left out', async () => {
    const personId = await makePerson(world, { name: 'Ona', locale: 'lt' });
    const { data } = await world.ask(personId, Update, { input: { name: '  Ona \n Onaitė ', locale: 'EN' } });
    expect(data).toEqual({ updateProfile: { locale: 'EN', person: { name: 'Ona Onaitė' } } });
    expect((await world.ask(personId, '{ me { locale person { name } } }')).data).toEqual({
      me: { locale: 'EN', person: { name: 'Ona Onaitė' } },
    });
  });

  test('keeps what is left out or null', async () => {
    const personId = await makePerson(world, { name: 'Ona', locale: 'en' });
    const { data } = await world.ask(personId, Update, { input: { name: null } });
    expect(data).toEqual({ updateProfile: { locale: 'EN', person: { name: 'Ona' } } });
  });

  test.each([
    ['nothing', ''],
    ['spaces', '  \n '],
    ['121 characters', 'ž'.repeat(121)],
    ['a million characters', 'a'.repeat(1_000_000)],
    ['NUL', 'Ona\0'],
    ['half a character', 'Ona\ud83d'],
  ])('cannot carry a name of %s', async (_, name) => {
    const personId = await makePerson(world, { name: 'Ona' });
    const { code, errors } = await world.ask(personId, Update, { input: { name } });
    expect(code).toBe('BAD_INPUT');
    expect(errors?.[0]?.extensions?.problems).toMatchObject([{ field: 'name' }]);
    expect((await world.ask(personId, '{ me { person { name } } }')).data).toEqual({ me: { person: { name: 'Ona' } } });
  });

  test('cannot be changed by a visitor', async () => {
    const { code } = await world.ask(null, Update, { input: { name: 'Ona' } });
    expect(code).toBe('SIGN_IN_REQUIRED');
  });
});
