import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMandate, makeMembership } from '../../../../test/factories/belonging.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeEquipmentType } from '../../../../test/factories/equipment.ts';
import { makeOrganisation, makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { LoggedEvent } from '../../../platform/events/event.entity.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { Post } from '../posts/post.entity.ts';

let world: World;
let ruta: string;
let visitorLike: string;
let centre: string;
let organisation: string;
beforeAll(async () => {
  world = await embeddedWorld();
  ruta = await makePerson(world, { name: 'Rūta' });
  visitorLike = await makePerson(world, { verified: false });
  centre = await makeCentre(world, { slug: 'linkmenu-fabrikas', name: 'Linkmenų fabrikas' });
  await makeCity(world, { slug: 'lisboa', name: 'Lisboa', country: 'PT', zone: 'Europe/Lisbon' });
  await makeEquipmentType(world);
  await makeMembership(world, { personId: ruta, centreId: centre, role: 'staff' });
  organisation = await makeOrganisation(world, { cityId: await makeCity(world), name: 'Drožlė' });
  await makeMandate(world, { personId: ruta, organisationId: organisation });
});
afterAll(() => world.close());

const common = () => ({
  title: 'Laisvas lazeris antradieniais',
  body: 'Ateikite **išbandyti**.',
  language: 'lt',
  audience: 'PUBLIC',
  centre: 'linkmenu-fabrikas',
  idempotencyKey: newId(),
});
const inputs = {
  Offer: () => ({ ...common(), subject: 'EQUIPMENT', terms: 'GIFT' }),
  Request: () => ({ ...common(), subject: 'MATERIAL', terms: 'SWAP' }),
  Event: () => ({ ...common(), startsAt: '2026-12-01T18:00', endsAt: '2026-12-01T20:00' }),
  Discussion: common,
};
type Kind = keyof typeof inputs;

const publish = (personId: string | null, kind: Kind, change = {}, options = {}) =>
  world.ask<Record<string, Record<string, unknown>>>(
    personId,
    `mutation ($input: Publish${kind}Input!) { result: publish${kind}(input: $input) {
      __typename id kind title body bodyHtml language audience state createdAt editedAt version replyCount cursor
      city { slug } centre { slug } equipmentTypes { key }
      author { person { name } actingFor { ... on Organisation { name } ... on Centre { slug } } }
      viewerCan { edit withdraw reply }
      ${kind === 'Offer' || kind === 'Request' ? 'subject terms quantity validUntil' : ''}
      ${kind === 'Event' ? 'place remote startsAt endsAt zone seats' : ''}
    } }`,
    { input: { ...inputs[kind](), ...change } },
    options,
  );
const countPosts = () => world.em().count(Post);

describe('a person with a confirmed address', () => {
  test('publishes an offer with all it says', async () => {
    const change = { equipmentTypes: ['laser_cutter'], quantity: '4 valandos', validUntil: '2026-12-31' };
    const { data, errors } = await publish(ruta, 'Offer', change);
    expect(errors).toBeUndefined();
    expect(data?.result).toMatchObject({
      __typename: 'Offer',
      kind: 'OFFER',
      title: 'Laisvas lazeris antradieniais',
      bodyHtml: '<p>Ateikite <strong>išbandyti</strong>.</p>',
      audience: 'PUBLIC',
      state: 'OPEN',
      createdAt: '2026-11-25T08:00:00.000Z',
      editedAt: null,
      version: 1,
      replyCount: 0,
      city: { slug: 'vilnius' },
      centre: { slug: 'linkmenu-fabrikas' },
      equipmentTypes: [{ key: 'laser_cutter' }],
      author: { person: { name: 'Rūta' }, actingFor: null },
      viewerCan: { edit: true, withdraw: true, reply: true },
      subject: 'EQUIPMENT',
      terms: 'GIFT',
      quantity: '4 valandos',
      validUntil: '2026-12-31',
    });
  });

  test('publishes a request and a discussion from a city without a centre', async () => {
    const home = { centre: null, city: 'lisboa', language: 'pt' };
    const request = await publish(ruta, 'Request', home);
    expect(request.data?.result).toMatchObject({
      __typename: 'Request',
      subject: 'MATERIAL',
      validUntil: null,
      centre: null,
      city: { slug: 'lisboa' },
    });
    const discussion = await publish(ruta, 'Discussion', home);
    expect(discussion.data?.result).toMatchObject({ __typename: 'Discussion', kind: 'DISCUSSION', language: 'pt' });
  });

  test('publishes an event in the time of its place', async () => {
    const here = await publish(ruta, 'Event', { place: 'Antras aukštas', seats: 12, remote: true });
    expect(here.data?.result).toMatchObject({
      __typename: 'Event',
      place: 'Antras aukštas',
      remote: true,
      startsAt: '2026-12-01T16:00:00.000Z',
      endsAt: '2026-12-01T18:00:00.000Z',
      zone: 'Europe/Vilnius',
      seats: 12,
    });
    const there = await publish(ruta, 'Event', { centre: null, city: 'lisboa' });
    expect(there.data?.result).toMatchObject({
      startsAt: '2026-12-01T18:00:00.000Z',
      zone: 'Europe/Lisbon',
      place: null,
      remote: false,
      seats: null,
    });
  });

  test('publishes for the organisation or centre they act for', async () => {
    const firm = await publish(ruta, 'Offer', {}, { actingFor: { kind: 'organisation', id: organisation } });
    expect(firm.data?.result?.author).toEqual({ person: { name: 'Rūta' }, actingFor: { name: 'Drožlė' } });
    const house = await publish(ruta, 'Offer', {}, { actingFor: { kind: 'centre', id: centre } });
    expect(house.data?.result?.author).toEqual({
      person: { name: 'Rūta' },
      actingFor: { slug: 'linkmenu-fabrikas' },
    });
  });

  test.each([
    ['PUBLIC', 'public'],
    ['NETWORK', 'network'],
    ['MEMBERS', 'centre'],
  ])('is heard of by its audience: %s', async (audience, hearers) => {
    const { data } = await publish(ruta, 'Offer', { audience });
    const id = String(data?.result?.id);
    const [event] = await world.em().find(LoggedEvent, {}, { orderBy: { id: 'desc' }, limit: 1 });
    expect(event).toMatchObject({
      type: 'post.published',
      topics: ['posts', `post:${id}`, 'activity', `centre:${centre}`],
      subject: { post: id, city: await makeCity(world), centre },
      audiences: [hearers === 'centre' ? `centre:${centre}` : hearers],
      actorId: ruta,
    });
  });
});

describe('publishing the same once more', () => {
  test('returns the first post', async () => {
    const change = { idempotencyKey: 'vienas' };
    const first = await publish(ruta, 'Offer', change);
    const before = await countPosts();
    const again = await publish(ruta, 'Offer', change);
    expect(again.errors).toBeUndefined();
    expect(again.data?.result?.id).toBe(first.data?.result?.id);
    expect(await countPosts()).toBe(before);
  });

  test('with another text or as another kind is refused', async () => {
    const key = { idempotencyKey: 'antras' };
    await publish(ruta, 'Offer', key);
    expect((await publish(ruta, 'Offer', { ...key, title: 'Kitas pavadinimas' })).code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await publish(ruta, 'Discussion', key)).code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('with a key that came with a mistake is free to be right', async () => {
    const key = { idempotencyKey: 'trečias' };
    expect((await publish(ruta, 'Offer', { ...key, title: 'x' })).code).toBe('BAD_INPUT');
    expect((await publish(ruta, 'Offer', key)).errors).toBeUndefined();
  });
});

describe('nothing is published', () => {
  test.each(Object.keys(inputs) as Kind[])('by a visitor or before the address is confirmed: %s', async (kind) => {
    const before = await countPosts();
    expect((await publish(null, kind)).code).toBe('SIGN_IN_REQUIRED');
    expect((await publish(visitorLike, kind)).code).toBe('EMAIL_NOT_VERIFIED');
    expect(await countPosts()).toBe(before);
  });

  test.each<[string, Kind, object, string[]]>([
    ['nothing in it', 'Offer', { title: ' ', body: '', language: '' }, ['title', 'body', 'language']],
    ['NUL', 'Offer', { title: 'abc\0', body: '\0' }, ['title', 'body']],
    [
      'NUL in every name',
      'Discussion',
      { city: '\0', centre: 'a\0', equipmentTypes: ['\0'] },
      ['city', 'centre', 'equipmentTypes'],
    ],
    ['half characters', 'Discussion', { title: 'abc\ud800', body: '\udfff' }, ['title', 'body']],
    [
      'a megabyte',
      'Discussion',
      { title: 'a'.repeat(1e6), body: 'a'.repeat(1e6), language: 'a'.repeat(1e6) },
      ['title', 'body', 'language'],
    ],
    [
      'megabyte names',
      'Discussion',
      { city: 'a'.repeat(1e6), centre: 'a'.repeat(1e6), equipmentTypes: ['a'.repeat(1e6)] },
      ['city', 'centre', 'equipmentTypes'],
    ],
    ['no home', 'Discussion', { centre: null }, ['city']],
    [
      'eleven types',
      'Discussion',
      { equipmentTypes: Array.from({ length: 11 }, () => 'laser_cutter') },
      ['equipmentTypes'],
    ],
    ['yesterday as its last day', 'Offer', { validUntil: '2026-11-24' }, ['validUntil']],
    ['a quantity of 81 letters', 'Request', { quantity: 'a'.repeat(81) }, ['quantity']],
    ['an end before its start', 'Event', { endsAt: '2026-12-01T17:59' }, ['endsAt']],
    ['32 days', 'Event', { endsAt: '2027-01-02T18:01' }, ['endsAt']],
    ['an hour that spring skips', 'Event', { startsAt: '2027-03-28T03:30', endsAt: '2027-03-28T06:00' }, ['startsAt']],
    ['times that are none', 'Event', { startsAt: '\0', endsAt: 'a'.repeat(1e6) }, ['startsAt', 'endsAt']],
    ['no seats', 'Event', { seats: 0, place: 'a'.repeat(201) }, ['place', 'seats']],
    ['no key', 'Offer', { idempotencyKey: '' }, ['idempotencyKey']],
    ['a key of 81 letters', 'Offer', { idempotencyKey: 'a'.repeat(81) }, ['idempotencyKey']],
    ['NUL in its key', 'Offer', { idempotencyKey: 'a\0' }, ['idempotencyKey']],
    ['31 February as its last day', 'Offer', { validUntil: '2027-02-31' }, []],
    ['seats that are no number', 'Event', { seats: 1e12 }, []],
  ])('with %s', async (_name, kind, change, fields) => {
    const before = await countPosts();
    const { code, errors } = await publish(ruta, kind, change);
    expect(code).toBe('BAD_INPUT');
    const problems = (errors?.[0]?.extensions?.problems ?? []) as { field: string; message: string }[];
    expect(problems.map(({ field }) => field)).toEqual(fields);
    expect(problems.every(({ message }) => message.length > 10)).toBe(true);
    expect(await countPosts()).toBe(before);
  });

  test('for the members of a centre by somebody else', async () => {
    const other = await makePerson(world);
    const { errors } = await publish(other, 'Offer', { audience: 'MEMBERS' });
    expect(errors?.[0]?.extensions?.problems).toEqual([
      { field: 'audience', message: 'Only members and staff of a centre may post for its members.' },
    ]);
  });

  test('and the reason is told in Lithuanian to those who read it', async () => {
    const skipped = { startsAt: '2027-03-28T03:30', endsAt: '2027-03-28T06:00' };
    const { errors } = await publish(ruta, 'Event', skipped, { locale: 'lt' });
    expect(errors?.[0]?.extensions?.problems).toEqual([
      {
        field: 'startsAt',
        message: 'Tokio laiko nėra: tą dieną laikrodžiai sukami pirmyn ir jį praleidžia. Pirmas laikas po jo – 04:00.',
      },
    ]);
  });
});
