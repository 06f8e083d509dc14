import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makePost, makeReply } from '../../../../test/factories/collaboration.ts';
import { makeCentre, makeCity } from '../../../../test/factories/directory.ts';
import { makeOrganisation, makePerson } from '../../../../test/factories/identity.ts';
import { statementsOf } from '../../../../test/statements.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { comparePositions, decodeCursor } from '../../../platform/events/cursor.rules.ts';
import { LoggedEvent } from '../../../platform/events/event.entity.ts';
import { newId } from '../../../shared/ids/ids.ts';

let world: World;
let ruta: string;
beforeAll(async () => {
  world = await embeddedWorld();
  ruta = await makePerson(world);
});
afterAll(() => world.close());

interface Page {
  totalCount: number;
  cursor: string;
  nodes: { id: string; title: string; cursor: string }[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean; hasPreviousPage: boolean };
}
const document = `query ($filter: PostFilter, $order: PostOrder, $first: Int, $after: String) {
  posts(filter: $filter, order: $order, first: $first, after: $after) {
    totalCount cursor nodes { id title cursor } pageInfo { endCursor hasNextPage hasPreviousPage }
  }
}`;
const ask = (variables: object, personId: string | null = null) =>
  world.ask<{ posts: Page }>(personId, document, { ...variables });
async function list(variables: object, personId: string | null = null): Promise<Page> {
  const { data, errors } = await ask(variables, personId);
  if (!data) throw new Error(JSON.stringify(errors));
  return data.posts;
}
const later = (milliseconds: number) => new Date(world.now.getTime() + milliseconds);

describe('a list of posts', () => {
  test('goes from the newest to the oldest without loss or repetition while new ones arrive', async () => {
    const centre = await makeCentre(world, { slug: 'puslapiai' });
    const made: string[] = [];
    for (let index = 0; index < 10; index += 1) {
      // Three in the same millisecond: the id tells them apart.
      made.unshift(await makePost(world, { centre, createdAt: later(Math.floor(index / 3)) }));
    }
    const seen: string[] = [];
    let after: string | null = null;
    for (;;) {
      const page: Page = await list({ filter: { centre: 'puslapiai' }, first: 3, after });
      expect(page.pageInfo.hasPreviousPage).toBe(after !== null);
      seen.push(...page.nodes.map(({ id }) => id));
      after = page.pageInfo.endCursor;
      if (!page.pageInfo.hasNextPage) break;
      await makePost(world, { centre, createdAt: later(1000) });
    }
    expect(seen).toEqual(made);
  });

  test('of events goes by the day they start, whenever they were published', async () => {
    const centre = await makeCentre(world, { slug: 'renginiai' });
    const event = (title: string, hours: number) =>
      makePost(world, { centre, kind: 'event', title, startsAt: later(hours * 3_600_000) });
    for (const hours of [50, 2, 26, 2]) await event(`po ${hours} val.`, hours);
    await makePost(world, { centre, title: 'be dienos' });
    const wanted = { filter: { centre: 'renginiai' }, order: 'SOONEST', first: 3 };
    const page = await list(wanted);
    const rest = await list({ ...wanted, after: page.pageInfo.endCursor });
    const titles = [...page.nodes, ...rest.nodes].map(({ title }) => title);
    expect(titles).toEqual(['po 2 val.', 'po 2 val.', 'po 26 val.', 'po 50 val.']);
    expect(page.totalCount).toBe(4);
    const newest = await list({ filter: { centre: 'renginiai' }, first: 3 });
    const [byDay, byAge] = [page.pageInfo.endCursor, newest.pageInfo.endCursor];
    expect((await ask({ ...wanted, after: byAge })).code).toBe('CURSOR_INVALID');
    expect((await ask({ ...wanted, order: 'NEWEST', after: byDay })).code).toBe('CURSOR_INVALID');
  });

  test('keeps microseconds apart', async () => {
    const centre = await makeCentre(world, { slug: 'mikrosekundes' });
    for (const micros of ['000001', '000002', '000003']) {
      const id = await makePost(world, { centre });
      await world
        .em()
        .getConnection()
        .execute('update post set created_at = ?::timestamptz where id = ?', [`2026-11-25T08:00:00.${micros}Z`, id]);
    }
    const first = await list({ filter: { centre: 'mikrosekundes' }, first: 2 });
    const rest = await list({ filter: { centre: 'mikrosekundes' }, first: 2, after: first.pageInfo.endCursor });
    expect(new Set([...first.nodes, ...rest.nodes].map(({ id }) => id)).size).toBe(3);
  });

  test.each([
    ['no rows', { first: 0 }, 'BAD_INPUT'],
    ['101 rows', { first: 101 }, 'BAD_INPUT'],
    ['no cursor', { after: '' }, 'CURSOR_INVALID'],
    ['another cursor', { after: 'bm9uc2Vuc2U' }, 'CURSOR_INVALID'],
    ['NUL', { filter: { text: 'a\0' } }, 'BAD_INPUT'],
    ['201 letters', { filter: { text: 'a'.repeat(201) } }, 'BAD_INPUT'],
    ['names that are none', { filter: { city: '\0', centre: '\ud800', equipmentType: 'a'.repeat(1e6) } }, 'BAD_INPUT'],
    ['a visitor’s own', { filter: { mine: true } }, 'SIGN_IN_REQUIRED'],
  ])('is refused where it asks for %s', async (_name, variables, code) => {
    expect((await ask(variables)).code).toBe(code);
  });

  test('gives the place in the stream of events from before it was read', async () => {
    const input = { title: 'Diskusija', body: 'Apie ką?', language: 'lt', audience: 'PUBLIC', city: 'vilnius' };
    const publish = () =>
      world.ask(ruta, 'mutation ($input: PublishDiscussionInput!) { publishDiscussion(input: $input) { id } }', {
        input: { ...input, idempotencyKey: newId() },
      });
    await publish();
    const page = await list({ first: 1 });
    await publish();
    const events = await world.em().find(LoggedEvent, {}, { orderBy: { id: 'desc' }, limit: 2 });
    const [after, before] = events.map(({ xid, id }) => ({ xid: BigInt(xid), id: BigInt(id) }));
    for (const cursor of [page.cursor, page.nodes[0]?.cursor ?? '']) {
      const head = decodeCursor(cursor);
      expect(head && before && comparePositions(before, head)).toBe(-1);
      expect(head && after && comparePositions(after, head)).toBe(1);
    }
  });
});

describe('a filter', () => {
  const titles = async (filter: object, personId: string | null = null) =>
    (await list({ filter: { ...filter }, first: 100 }, personId)).nodes.map(({ title }) => title).sort();

  beforeAll(async () => {
    const kaunas = await makeCity(world, { name: 'Kaunas', slug: 'kaunas' });
    const centre = await makeCentre(world, { city: kaunas, slug: 'medziaga' });
    const home = { centre, author: ruta };
    await makePost(world, { ...home, kind: 'offer', title: 'Lazeris', equipmentTypes: ['laser_cutter'] });
    await makePost(world, {
      ...home,
      kind: 'request',
      title: 'Žiedimo ratas',
      body: 'Ieškome **keramikos** krosnies.',
    });
    await makePost(world, { city: kaunas, kind: 'event', title: 'Dirbtuvės vaikams' });
    await makePost(world, { city: kaunas, title: 'Viskas 100% tvaru_', equipmentTypes: ['laser_cutter', 'kiln'] });
  });

  test.each<[object, string[]]>([
    [{ kinds: ['OFFER', 'EVENT'] }, ['Dirbtuvės vaikams', 'Lazeris']],
    [{ kinds: [] }, ['Dirbtuvės vaikams', 'Lazeris', 'Viskas 100% tvaru_', 'Žiedimo ratas']],
    [{ centre: 'medziaga' }, ['Lazeris', 'Žiedimo ratas']],
    [{ centre: 'niekur' }, []],
    [{ equipmentType: 'kiln' }, ['Viskas 100% tvaru_']],
    [{ equipmentType: 'laser_cutter', kinds: ['OFFER'] }, ['Lazeris']],
    [{ text: 'ziedimo' }, ['Žiedimo ratas']],
    [{ text: 'KERAMIKOS krosnies' }, ['Žiedimo ratas']],
    [{ text: 'keramiks' }, ['Žiedimo ratas']],
    [{ text: 'keramika lazeris' }, []],
    [{ text: '100%' }, ['Viskas 100% tvaru_']],
    [{ text: '%' }, []],
    [{ text: "'; drop table post; --" }, []],
  ])('%j leaves what meets all of it', async (filter, expected) => {
    expect(await titles({ city: 'kaunas', ...filter })).toEqual(expected.sort());
  });

  test('knows who wrote a post and for whom', async () => {
    const city = await makeCity(world, { name: 'Šiauliai', slug: 'siauliai' });
    const dovile = await makePerson(world, { name: 'Dovilė Žukauskienė' });
    const firm = await makeOrganisation(world, { cityId: city, name: 'UAB „Molio forma“' });
    const workshop = await makeCentre(world, { city, name: 'Dūmų fabrikas' });
    await makePost(world, { city, author: dovile, title: 'Ieškau glazūrų' });
    await makePost(world, { city, author: dovile, organisation: firm, title: 'Perkame krosnį' });
    await makePost(world, { city, author: ruta, actingCentre: workshop, title: 'Atviros durys' });
    const found = (text: string) => titles({ city: 'siauliai', text });
    expect(await found('dovile')).toEqual(['Ieškau glazūrų', 'Perkame krosnį']);
    expect(await found('Molio forma')).toEqual(['Perkame krosnį']);
    expect(await found('zukauskienes krosnis')).toEqual(['Perkame krosnį']);
    expect(await found('dumu fabriko')).toEqual(['Atviros durys']);
    expect((await list({ filter: { city: 'siauliai', text: 'dovile' } })).totalCount).toBe(2);
  });

  test('leaves languages and what is offered or sought', async () => {
    const city = await makeCity(world, { name: 'Alytus', slug: 'alytus' });
    await makePost(world, { city, kind: 'request', subject: 'partner', language: 'pt', title: 'Parceiro' });
    await makePost(world, { city, kind: 'offer', subject: 'partner', language: 'lt', title: 'Partneris' });
    await makePost(world, { city, kind: 'offer', subject: 'space', language: 'en', title: 'Hall' });
    expect(await titles({ city: 'alytus', languages: ['pt', 'en'] })).toEqual(['Hall', 'Parceiro']);
    expect(await titles({ city: 'alytus', languages: [] })).toHaveLength(3);
    expect(await titles({ city: 'alytus', subjects: ['PARTNER'] })).toEqual(['Parceiro', 'Partneris']);
    expect(await titles({ city: 'alytus', subjects: ['PARTNER'], kinds: ['REQUEST'] })).toEqual(['Parceiro']);
    const often = { subjects: Array(5_000).fill('PARTNER'), kinds: Array(5_000).fill('REQUEST') };
    expect(await titles({ city: 'alytus', ...often })).toEqual(['Parceiro']);
  });

  test('leaves what still holds', async () => {
    const city = await makeCity(world, { name: 'Utena', slug: 'utena' });
    const days = (count: number) =>
      later(count * 86_400_000)
        .toISOString()
        .slice(0, 10);
    await makePost(world, { city, kind: 'offer', title: 'Vakar baigėsi', validUntil: days(-1) });
    await makePost(world, { city, kind: 'offer', title: 'Šiandien dar', validUntil: days(0) });
    await makePost(world, { city, kind: 'event', title: 'Buvo', startsAt: later(-7_200_000), endsAt: later(-1) });
    await makePost(world, { city, kind: 'event', title: 'Vyksta', startsAt: later(-7_200_000), endsAt: later(1) });
    await makePost(world, { city, title: 'Pokalbis' });
    expect(await titles({ city: 'utena', current: true })).toEqual(['Pokalbis', 'Vyksta', 'Šiandien dar'].sort());
    expect(await titles({ city: 'utena' })).toHaveLength(5);
  });

  test('for one’s own leaves one’s own', async () => {
    expect(await titles({ city: 'kaunas', mine: true }, ruta)).toEqual(['Lazeris', 'Žiedimo ratas'].sort());
    expect((await list({ filter: { city: 'kaunas', mine: true } }, ruta)).totalCount).toBe(2);
  });
});

describe('a page of posts', () => {
  const everything = `query ($city: String) {
    posts(filter: { city: $city }, first: 50) {
      totalCount cursor pageInfo { hasNextPage }
      nodes {
        __typename id bodyHtml replyCount cursor viewerCan { edit } equipmentTypes { key name }
        city { name } centre { name city { name } } author { person { name } actingFor { __typename } }
        repliers { person { name } actingFor { __typename } }
        replies(first: 2) { totalCount nodes { bodyHtml author { person { name } } post { title } } }
      }
    }
  }`;
  const nested = `query ($city: String) {
    centres(filter: { city: $city }, first: 50) {
      nodes { name posts(first: 2) { totalCount cursor nodes { title author { person { name } } } } }
    }
  }`;

  async function fill(slug: string, count: number): Promise<void> {
    const city = await makeCity(world, { name: slug, slug });
    for (let index = 0; index < count; index += 1) {
      const centre = await makeCentre(world, { city });
      const author = await makePerson(world);
      await makeMembership(world, { personId: ruta, centreId: centre });
      const organisation = index % 2 === 0 ? await makeOrganisation(world, { cityId: city }) : null;
      const equipmentTypes = [`type_${index}`, `type_${index + 1}`];
      const post = await makePost(world, { city, centre, author, organisation, equipmentTypes, kind: 'offer' });
      await makeReply(world, { post, author, actingCentre: centre });
      await makeReply(world, { post, author: ruta });
    }
  }

  test.each([
    ['posts with all that hangs on them', everything],
    ['centres with their posts', nested],
  ])('takes as many statements for twelve as for three: %s', async (_name, query) => {
    const [few, many] = [`few-${newId()}`, `many-${newId()}`];
    await fill(few, 3);
    await fill(many, 12);
    const count = async (city: string, rows: number) => {
      const statements = await statementsOf(world, async () => {
        const { data, errors } = await world.ask<Record<string, { nodes: object[] }>>(ruta, query, { city });
        expect(errors).toBeUndefined();
        expect(Object.values(data ?? {})[0]?.nodes).toHaveLength(rows);
      });
      return statements.length;
    };
    const forFew = await count(few, 3);
    expect(forFew).toBeGreaterThan(3);
    expect(await count(many, 12)).toBe(forFew);
    expect(forFew).toBeLessThanOrEqual(18);
  });
});
