import { beforeAll, describe, expect, it } from 'vitest';
import { centreModels, membershipAccesses } from '../../modules/directory/centres/centre.enums.ts';
import { readDataTable } from '../../modules/directory/import/reference-data.service.ts';
import { demonstrationAccounts } from './demonstration-accounts.rules.ts';
import { readDemoData } from './demonstration-data.reader.ts';
import type { DemoData } from './demonstration-data.rules.ts';

let data: DemoData;
let words: Map<string, string>;
beforeAll(async () => {
  data = await readDemoData();
  words = new Map((await readDataTable('centres.csv')).map(({ key = '', equipment = '' }) => [key, equipment]));
});

describe('the reviewed equipment of the centres', () => {
  it('rests on words that stand in the source of that centre', () => {
    const unsupported = data.equipment.filter((row) =>
      row.words.split(/[…;]/).some((part) => !words.get(row.centre)?.includes(part.trim())),
    );
    expect(unsupported).toEqual([]);
  });

  it('calls nothing named without the words that name it', () => {
    expect(data.equipment.filter(({ basis, words: quoted }) => basis === 'named' && quoted === '')).toEqual([]);
    expect(new Set(data.equipment.map(({ basis }) => basis))).toEqual(new Set(['named', 'typical']));
  });

  it('leaves no centre out and knows every type', () => {
    expect(new Set(data.equipment.map(({ centre }) => centre))).toEqual(new Set(words.keys()));
    const types = new Set(data.types.map(({ key }) => key));
    expect(data.equipment.filter(({ type }) => !types.has(type))).toEqual([]);
  });
});

it('audiences of single machines are those of machines that are there', () => {
  const there = new Set(data.equipment.map(({ centre, type }) => `${centre} ${type}`));
  const single = data.audiences.filter(({ centre }) => centre !== '');
  expect(single.filter(({ centre, type, model }) => model !== '' || !there.has(`${centre} ${type}`))).toEqual([]);
  expect(single).not.toEqual([]);
});

it('every model of centre takes members in its way, in both languages', () => {
  expect(Object.keys(data.membership.models).sort()).toEqual([...centreModels].sort());
  for (const { access, benefits, rules, answers } of Object.values(data.membership.models)) {
    expect(membershipAccesses).toContain(access);
    for (const text of [benefits, rules, answers]) expect(Boolean(text.lt)).toBe(Boolean(text.en));
  }
  expect(Object.keys(data.membership.phones).filter((key) => !words.has(key))).toEqual([]);
});

it('the accounts belong to people of the demonstration', () => {
  const people = new Map(data.people.map(({ key, name }) => [key, name]));
  for (const { key, name, email } of demonstrationAccounts) {
    expect(people.get(key)).toBe(name);
    expect(email).toBe(`${key}@example.org`);
  }
});

it('posts speak all nine languages of the network', () => {
  expect([...new Set(data.posts.map(({ language }) => language))].sort()).toEqual([
    'en',
    'es',
    'eu',
    'hr',
    'it',
    'lt',
    'pt',
    'sk',
    'sl',
  ]);
});

it('every post and person has a key of its own', () => {
  for (const list of [data.posts, data.people]) {
    const keys = list.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  }
});
