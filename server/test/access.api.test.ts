import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeSchema } from '../src/schema.ts';
import { byModule } from './access-modules.ts';
import { type Role, roles } from './access-people.ts';
import { documentFor, documentOf, objectsAt, objectTypes, type Way, waysTo } from './access-walk.ts';
import { type AccessWorld, accessWorld } from './access-world.ts';
import { changes, rulesInput } from './access-writes.ts';
import type { Answer } from './world.ts';

const schema = makeSchema();
let access: AccessWorld;
beforeAll(async () => {
  access = await accessWorld();
});
afterAll(() => access.close());

const checkedTime = 'startsAt: "2026-11-25T06:00:00Z", endsAt: "2026-11-25T18:00:00Z"';

/** How each query is asked for the things of one person at one centre; the first that lead to a type are taken. */
function groups(): readonly Record<string, string>[] {
  const { centre, posts, booking, ownHold, equipment, problem } = access;
  const time = checkedTime;
  const free = 'freeFrom: "2026-11-25T10:00:00Z", freeUntil: "2026-11-25T16:00:00Z", minutes: 60';
  return [
    { posts: 'first: 4' },
    { emailStop: `token: "${access.emailStop}"` },
    {
      centre: `slug: "${centre.slug}"`,
      equipment: `id: "${equipment.id}"`,
      post: `id: "${posts.open}"`,
      timeline: `equipmentIds: ["${equipment.id}"], ${time}`,
      checkBooking: `equipmentId: "${equipment.id}", ${time}`,
      centres: '',
      searchEquipment: `filter: { ${free} }`,
      suggestEquipment: 'text: "laser centre", first: 20',
      unitByCode: `code: "${access.code}"`,
      equipmentType: 'key: "laser-cutter"',
      ...{ centrePoints: '', cities: '', equipmentTypes: '', latestActivity: '', liveCursor: '', undoable: '' },
    },
    {
      booking: `id: "${booking}"`,
      hold: `token: "${ownHold}"`,
      desk: `centreSlug: "${centre.slug}"`,
      ...{ me: '', myBookings: '', operations: '' },
    },
    {
      membershipImpact: `membershipId: "${access.membership}"`,
      equipmentRecord: `id: "${equipment.id}"`,
      problem: `id: "${problem}"`,
      bookingRulesPreview: `input: { equipmentId: "${equipment.id}", as: MEMBER, date: "2026-11-25", ${rulesInput} }`,
      pictures: `subject: CENTRE, id: "${centre.id}"`,
      closureImpact: `input: { centreId: "${centre.id}", kind: CLOSURE, messages: [], endsAt: "2026-11-30T20:00:00Z" }`,
      timeOffer: `id: "${access.offer}"`,
      myTimeOffers: '',
      openingPlan: `centreId: "${centre.id}"`,
      openingHoursImpact: `input: { centreId: "${centre.id}", weekly: [], exceptions: [] }`,
    },
  ];
}

/** Things that some may not see, asked for by their id. */
const guarded = (): Readonly<Record<string, Record<string, string>>> => ({
  'for the network': { post: `id: "${access.posts.network}"` },
  'for members': { post: `id: "${access.posts.members}"` },
  withdrawn: { post: `id: "${access.posts.withdrawn}"` },
});

/** Types that are best met elsewhere than on the shortest way, with the query that leads there. */
const seldom = (): Readonly<Record<string, Record<string, string>>> => ({
  Booking: { booking: `id: "${access.booking}"` },
  BookingAbilities: { booking: `id: "${access.booking}"` },
  BookingEnding: { booking: `id: "${access.endedBooking}"` },
  BookingCheck: { checkBooking: `equipmentId: "${access.equipment.id}", ${checkedTime}` },
  Attribute: { equipmentType: 'key: "laser-cutter"' },
  AttributeOption: { equipmentType: 'key: "laser-cutter"' },
  AttributeFact: { equipment: `id: "${access.equipment.id}"` },
  EquipmentRecord: { equipmentRecord: `id: "${access.equipment.id}"` },
  EquipmentTexts: { equipmentRecord: `id: "${access.equipment.id}"` },
  UnitRecord: { equipmentRecord: `id: "${access.equipment.id}"` },
  ProblemFigures: { equipmentRecord: `id: "${access.equipment.id}"` },
  Problem: { problem: `id: "${access.problem}"` },
  ProblemStep: { problem: `id: "${access.problem}"` },
  ProblemNotice: { equipment: `id: "${access.equipment.id}"` },
  PreviewedStarts: {
    bookingRulesPreview: `input: { equipmentId: "${access.equipment.id}", as: MEMBER, date: "2026-11-25", ${rulesInput} }`,
  },
  Closure: { desk: `centreSlug: "${access.centre.slug}"` },
  DeskVerdict: { desk: `centreSlug: "${access.centre.slug}"` },
});

/** `yes`: something was answered; `nothing`: null or an empty list; a code: refused; `-`: no way there for this role. */
const isSomething = (value: unknown): boolean => value !== null && !(Array.isArray(value) && value.length === 0);

async function outcomes(role: Role, way: Way, fields: readonly string[]): Promise<string[]> {
  const { data, errors = [] } = await access.ask(role, documentFor(way, fields));
  const [error] = errors;
  if (error) {
    const names = (error.path ?? []).filter((key) => typeof key === 'string');
    const isOnTheWay = names.length <= way.steps.length;
    if (isOnTheWay || fields.length === 1) return fields.map(() => String(error.extensions?.code));
    return (await Promise.all(fields.map((field) => outcomes(role, way, [field])))).flat();
  }
  const objects = objectsAt(way, data);
  return fields.map((field) =>
    objects.length === 0 ? '-' : objects.some((each) => isSomething(each[field])) ? 'yes' : 'nothing',
  );
}

/** What a query itself answers, whoever asks. */
async function rowOf(name: string, given: string): Promise<string> {
  const cells: string[] = [];
  for (const role of roles) {
    const { data, code } = await access.ask(role, documentOf(schema, name, given));
    cells.push(code ?? (isSomething(Object.values(data ?? {})[0]) ? 'yes' : 'nothing'));
  }
  return [`Query.${name}`, ...cells].join(',');
}

async function rowsFor(way: Way, name: string): Promise<string[]> {
  const fields = Object.keys(way.type.getFields());
  const columns: string[][] = [];
  for (const role of roles) columns.push(await outcomes(role, way, fields));
  return fields.map((field, index) => [`${name}.${field}`, ...columns.map((column) => column[index])].join(','));
}

const folder = join(import.meta.dirname, '../../schema/access');

/** Compares the rows of each module with its own table, so that a review reads what a module's change changed. */
async function expectTables(kind: 'reading' | 'changing', rows: readonly string[]): Promise<void> {
  const modules = byModule(rows);
  for (const [module, own] of modules) {
    const table = [['asked', ...roles].join(','), ...own, ''].join('\n');
    await expect(table).toMatchFileSnapshot(join(folder, `${module}-${kind}.csv`));
  }
  const known = new Set([...modules.keys()].map((module) => `${module}-${kind}.csv`));
  const kept = (await readdir(folder)).filter((name) => name.endsWith(`-${kind}.csv`));
  expect(kept.filter((name) => !known.has(name))).toEqual([]);
}

/** What a change answers that was not made. */
const refusals = ['BookingRefused', 'JoinRefusal'];

/** Made by changes or told to followers alone. */
const unread = [
  'AccessRevoked',
  'Booked',
  'BookingChange',
  'BookingRefused',
  'ClosureLifted',
  'DeskChange',
  'ImpactUnseen',
  'MembershipAsked',
  'MembershipChange',
  'MembershipEnded',
  'MembershipNotEnded',
  'OpeningHoursChange',
  'OpeningHoursSaved',
  'PostChange',
  'ReplayGap',
  'TimeClosed',
  'TimeHeld',
  'TimelineChange',
  'Undone',
];

test('every query and every type is asked for', () => {
  const queries = Object.keys(schema.getQueryType()?.getFields() ?? {});
  expect(groups().flatMap(Object.keys).sort()).toEqual(queries.sort());
  const reached = new Set(waysTo(schema, groups()).map(({ type }) => type));
  const missed = objectTypes(schema).filter((type) => !reached.has(type));
  expect(missed.map(({ name }) => name).sort()).toEqual(unread);
});

// After a change that is meant: npx -y pnpm@12 test api access.api -u, and read the difference.
test('each role is answered as the tables of schema/access say', async () => {
  const rows: string[] = [];
  const queries = groups().flatMap((roots) => Object.entries(roots));
  for (const [name, given] of queries) rows.push(await rowOf(name, given));
  for (const each of waysTo(schema, groups())) {
    const root = seldom()[each.type.name];
    const way = root
      ? waysTo(schema, [root], ['Centre.viewerJoinRequest']).find(({ type }) => type === each.type)
      : each;
    if (way) rows.push(...(await rowsFor(way, way.type.name)));
  }
  for (const [name, root] of Object.entries(guarded())) {
    const [way] = waysTo(schema, [root]).filter(({ type }) => type.name === 'Discussion');
    if (way) rows.push(...(await rowsFor(way, `${way.type.name} ${name}`)));
  }
  // What nobody is ever shown is not proven.
  expect(rows.filter((row) => !/,(yes|nothing)(,|$)/.test(row))).toEqual([]);
  await expectTables('reading', rows.sort());
});

test('each role changes what the tables of schema/access say', async () => {
  const told = async (role: Role, document: string): Promise<string> => {
    const { data, code }: Answer = await access.ask(role, document);
    const [result] = Object.values(data ?? {}) as ({ __typename?: string } | null)[];
    return code ?? (refusals.includes(result?.__typename ?? '') ? 'refused' : 'yes');
  };
  const rows: string[] = [];
  for (const [name, documentOf] of Object.entries(changes)) {
    const cells: string[] = [];
    for (const [turn, role] of roles.entries()) cells.push(await told(role, await documentOf(access, role, turn)));
    rows.push([name, ...cells].join(','));
  }
  const asked = new Set(Object.keys(changes).map((name) => name.split(' ')[0]));
  expect([...asked].sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
  await expectTables('changing', rows);
});
