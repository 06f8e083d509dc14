import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makeMembership } from '../../../../test/factories/belonging.ts';
import { makeBooking } from '../../../../test/factories/booking.ts';
import { makeCentre } from '../../../../test/factories/directory.ts';
import { makePerson } from '../../../../test/factories/identity.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { AuditEntry } from '../../../platform/events/audit/audit-entry.entity.ts';
import { loadEquipmentTypes } from '../../directory/import/reference-data.service.ts';
import { EquipmentType } from '../../vocabulary/equipment-types/equipment-type.entity.ts';

let world: World;
let staff: string;
let member: string;
let centre: string;
beforeAll(async () => {
  world = await embeddedWorld();
  await loadEquipmentTypes(world.em());
});
afterAll(() => world.close());
beforeEach(async () => {
  centre = await makeCentre(world);
  [staff, member] = [await makePerson(world), await makePerson(world)];
  await makeMembership(world, { personId: staff, centreId: centre, role: 'staff' });
  await makeMembership(world, { personId: member, centreId: centre, role: 'member' });
});
afterEach(() => world.em().clear());

const draft = {
  texts: [
    { language: 'lt', name: 'Lazeris', description: 'Pjauna fanerą' },
    { language: 'en', name: 'Big laser', description: '' },
  ],
  room: 'Dirbtuvė 2',
  attributes: [
    { key: 'power', number: 60 },
    { key: 'materials', options: ['plywood', 'acrylic'] },
    { key: 'extraction', flag: true },
    { key: 'model', text: ' Speedy  300 ' },
  ],
  units: [{ name: 'Kairysis', serial: 'A-1' }, {}],
  stewardIds: [] as string[],
};
type Record = {
  id: string;
  version: number;
  state: string;
  room: string;
  units: { id: string; position: number; name: string | null; serial: string; code: string }[];
  attributes: { key: string; text: string; number: number | null }[];
  stewards: { id: string }[];
};
const fields = `id version state room units { id position name serial code } attributes { key text number } stewards { id }`;
const create = (person: string, more: object = {}) =>
  world.ask<{ createEquipment: Record }>(
    person,
    `mutation ($input: CreateEquipmentInput!) { createEquipment(input: $input) { ${fields} } }`,
    { input: { ...draft, centreId: centre, typeKey: 'laser_cutter', idempotencyKey: crypto.randomUUID(), ...more } },
  );
const edit = (person: string, equipmentId: string, version: number, more: object = {}) =>
  world.ask<{ editEquipment: Record }>(
    person,
    `mutation ($input: EditEquipmentInput!) { editEquipment(input: $input) { ${fields} } }`,
    { input: { ...draft, equipmentId, version, ...more } },
  );
const act = (name: string, equipmentId: string, version: number, person = staff) =>
  world.ask<{ [name: string]: Record }>(
    person,
    `mutation ($input: EquipmentVersionInput!) { ${name}(input: $input) { ${fields} } }`,
    { input: { equipmentId, version } },
  );
const created = async (more: object = {}) => {
  const { data, errors } = await create(staff, more);
  expect(errors).toBeUndefined();
  if (!data) throw new Error('nothing was created');
  return data.createEquipment;
};
const see = (id: string, person: string | null = null, locale: 'lt' | 'en' = 'en') =>
  world.ask<{ equipment: { name: string; description: string; attributes: { key: string; text: string }[] } }>(
    person,
    `query ($id: ID!) { equipment(id: $id) { name description room attributes { key text } } }`,
    { id },
    { locale },
  );
const found = async (filter: object) => {
  const { data } = await world.ask<{ searchEquipment: { nodes: { equipment: { id: string } }[] } }>(
    null,
    `query ($filter: EquipmentSearch) { searchEquipment(filter: $filter) { nodes { equipment { id } } } }`,
    { filter },
  );
  return data?.searchEquipment.nodes.map(({ equipment }) => equipment.id);
};
const problems = ({ errors }: { errors?: readonly { extensions?: { [key: string]: unknown } }[] | undefined }) =>
  (errors?.[0]?.extensions?.problems as { field: string }[] | undefined)?.map(({ field }) => field);

describe('a machine', () => {
  test('is a draft that nobody else sees, until it is published', async () => {
    const laser = await created();
    expect(laser).toMatchObject({ state: 'DRAFT', room: 'Dirbtuvė 2', version: 1 });
    expect(laser.units).toMatchObject([
      { position: 1, name: 'Kairysis', serial: 'A-1' },
      { position: 2, name: null, serial: '' },
    ]);
    for (const { code } of laser.units) expect(code).toMatch(/^[234789ACDEFGHJKMNPQRTVWXY]{6}$/);
    expect((await see(laser.id)).code).toBe('NOT_FOUND');
    expect((await see(laser.id, staff)).code).toBe('NOT_FOUND');
    expect(await found({ text: 'Speedy' })).toEqual([]);
    const record = (person: string) =>
      world.ask(person, `query ($id: ID!) { equipmentRecord(id: $id) { id } }`, { id: laser.id });
    expect((await record(member)).code).toBe('NOT_FOUND');
    expect((await record(staff)).code).toBeUndefined();
    const { data } = await act('publishEquipment', laser.id, 1);
    expect(data?.publishEquipment).toMatchObject({ state: 'PUBLISHED', version: 2 });
    expect((await see(laser.id)).data?.equipment).toMatchObject({ name: 'Big laser', description: 'Pjauna fanerą' });
    expect((await see(laser.id, null, 'lt')).data?.equipment.name).toBe('Lazeris');
    expect((await see(laser.id)).data?.equipment.attributes).toEqual([
      { key: 'model', text: 'Speedy 300' },
      { key: 'power', text: '60\u00a0W' },
      { key: 'materials', text: 'Plywood, Acrylic' },
      { key: 'extraction', text: 'yes' },
    ]);
    const kinds = (await world.em().find(AuditEntry, { objectId: laser.id }, { orderBy: { id: 'asc' } })).map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(['equipment.created', 'equipment.published']);
  });

  test('is found by what it can do, and by its words in any language', async () => {
    const laser = await created();
    await act('publishEquipment', laser.id, 1);
    for (const wish of [
      { key: 'power', atLeast: 60 },
      { key: 'power', atLeast: 40, atMost: 60 },
      { key: 'materials', oneOf: ['leather', 'acrylic'] },
      { key: 'extraction' },
    ]) {
      expect(await found({ attributes: [wish] }), JSON.stringify(wish)).toContain(laser.id);
    }
    for (const wish of [
      { key: 'power', atLeast: 60.5 },
      { key: 'materials', oneOf: ['steel'] },
      { key: 'materials', atLeast: 1 },
      { key: 'thickness', atLeast: 1 },
    ]) {
      expect(await found({ attributes: [wish] }), JSON.stringify(wish)).not.toContain(laser.id);
    }
    for (const text of ['Speedy', 'Big', 'Lazeris', 'faner']) expect(await found({ text }), text).toContain(laser.id);
  });

  test('is edited from the version that was read', async () => {
    const laser = await created();
    const [first, second] = laser.units;
    const { data } = await edit(staff, laser.id, 1, {
      units: [{ id: second?.id, name: 'Dešinysis' }, { name: 'Trečias' }],
      attributes: [{ key: 'power', number: 80.5 }],
      stewardIds: [member],
    });
    expect(data?.editEquipment).toMatchObject({
      version: 2,
      units: [
        { id: second?.id, position: 2, name: 'Dešinysis', code: second?.code },
        { position: 3, name: 'Trečias' },
      ],
      attributes: [{ key: 'power', number: 80.5 }],
      stewards: [{ id: member }],
    });
    expect(data?.editEquipment.units.map(({ id }) => id)).not.toContain(first?.id);
    expect((await edit(staff, laser.id, 1)).code).toBe('STALE_VERSION');
    const clear = await edit(staff, laser.id, 2, { units: [{ id: second?.id }], stewardIds: [] });
    expect(clear.data?.editEquipment.stewards).toEqual([]);
  });

  test('loses no unit, and is not withdrawn, while it is booked', async () => {
    const laser = await created();
    const [first, second] = laser.units;
    await act('publishEquipment', laser.id, 1);
    const day = new Date(world.now.getTime() + 86_400_000).toISOString().slice(0, 10);
    const booking = { booker: member, from: `${day}T10:00:00Z`, until: `${day}T11:00:00Z` };
    await makeBooking(world, { unit: first?.id ?? '', ...booking });
    expect((await edit(staff, laser.id, 2, { units: [{ id: second?.id }] })).code).toBe('CONFLICT');
    expect((await act('withdrawEquipment', laser.id, 2)).code).toBe('CONFLICT');
    expect((await edit(staff, laser.id, 2, { units: [{ id: first?.id }] })).data?.editEquipment.units).toHaveLength(1);
    const free = await created();
    await act('publishEquipment', free.id, 1);
    expect((await act('withdrawEquipment', free.id, 2)).data?.withdrawEquipment).toMatchObject({ state: 'WITHDRAWN' });
    expect((await see(free.id)).code).toBe('NOT_FOUND');
    expect((await act('publishEquipment', free.id, 3)).data?.publishEquipment?.units).toHaveLength(2);
  });

  test('is copied whole, under codes of its own', async () => {
    const laser = await created();
    const copy = () =>
      world.ask<{ duplicateEquipment: Record }>(
        staff,
        `mutation ($input: DuplicateEquipmentInput!) { duplicateEquipment(input: $input) { ${fields} } }`,
        { input: { equipmentId: laser.id, idempotencyKey: `copy ${laser.id}` } },
      );
    const { data } = await copy();
    expect(data?.duplicateEquipment).toMatchObject({
      ...{ state: 'DRAFT', room: laser.room, attributes: laser.attributes },
    });
    expect(data?.duplicateEquipment.units).toMatchObject([{ name: null, serial: '' }, {}]);
    const codes = [...laser.units, ...(data?.duplicateEquipment.units ?? [])].map(({ code }) => code);
    expect(new Set(codes).size).toBe(4);
    expect((await copy()).data?.duplicateEquipment.id).toBe(data?.duplicateEquipment.id);
  });

  test('is for staff to write', async () => {
    const laser = await created();
    expect((await create(member)).code).toBe('FORBIDDEN');
    expect((await edit(member, laser.id, 1)).code).toBe('NOT_FOUND');
    await act('publishEquipment', laser.id, 1);
    expect((await edit(member, laser.id, 2)).code).toBe('FORBIDDEN');
    expect((await act('withdrawEquipment', laser.id, 2, member)).code).toBe('FORBIDDEN');
  });
});

describe('what cannot be kept', () => {
  test.each([
    [{ attributes: [{ key: 'threads', number: 4 }] }, ['attributes.threads']],
    [{ attributes: [{ key: 'power', number: -5 }] }, ['attributes.power']],
    [{ attributes: [{ key: 'work_width', number: 1e12 }] }, ['attributes.work_width']],
    [{ attributes: [{ key: 'materials', options: ['cheese'] }] }, ['attributes.materials']],
    [{ attributes: [{ key: 'model', text: 'a\u0000b' }] }, ['attributes.model']],
    [{ room: 'x'.repeat(121) }, ['room']],
    [{ room: '\ud800' }, ['room']],
    [{ texts: [{ language: 'lt', name: 'A\u202eB', description: '' }] }, ['texts.0.name']],
    [{ texts: [{ language: 'not a tag', name: 'A', description: '' }] }, ['texts.0.language']],
    [{ texts: [{ language: 'lt', name: 'A', description: 'x'.repeat(1_000_000) }] }, ['texts.0.description']],
    [{ units: [] }, ['units']],
    [{ units: Array.from({ length: 61 }, () => ({})) }, ['units']],
    [{ units: [{ name: 'A' }, { name: 'A' }] }, ['units.1.name']],
    [{ units: [{ id: '019ab000-0000-7000-8000-000000000000' }] }, ['units.0.id']],
    [{ stewardIds: ['019ab000-0000-7000-8000-000000000000'] }, ['stewardIds']],
    [{ stewardIds: ['nobody'] }, ['stewardIds']],
    [{ typeKey: 'time_machine' }, ['typeKey']],
  ])('%#: %j', async (more, expected) => {
    const answer = await create(staff, more);
    expect(answer.code).toBe('BAD_INPUT');
    expect(problems(answer)).toEqual(expected);
  });

  test('a machine of another centre, or none', async () => {
    expect((await create(staff, { centreId: await makeCentre(world) })).code).toBe('FORBIDDEN');
    expect((await create(staff, { centreId: 'nowhere' })).code).toBe('NOT_FOUND');
    expect((await edit(staff, 'nothing', 1)).code).toBe('NOT_FOUND');
  });
});

test('every type has a schema', async () => {
  const types = await world.em().find(EquipmentType, {});
  expect(types).toHaveLength(57);
  for (const { key, attributes } of types) {
    expect(attributes.length, key).toBeGreaterThan(2);
    for (const { kind, names, minimum, maximum, options } of attributes) {
      expect(names.lt && names.en, key).toBeTruthy();
      if (kind === 'number') expect(minimum, key).toBeLessThan(maximum ?? 0);
      expect(options.length > 0, key).toBe(kind === 'choices');
    }
  }
});
