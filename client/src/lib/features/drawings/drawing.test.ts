import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { centreCraft, craftOf } from './craft.rules.ts';
import { centreDrawing, drawnTypes, equipmentDrawing } from './drawing.rules.ts';
import { knownFacades } from './facades.rules.ts';
import { initialsOf, turnOf } from './turn.rules.ts';

const rowsOf = (file: string) =>
  readFileSync(new URL(`../../../../../server/data/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1);
const types = rowsOf('equipment_types.csv').map((row) => row.split(','));

describe('drawings', () => {
  test('there is one of every type of equipment, in a tint of its own group', () => {
    expect(types.map(([key]) => key).filter((key = '') => !drawnTypes.includes(key))).toEqual([]);
    expect(new Set(types.map(([, group = '']) => craftOf(group))).size).toBeGreaterThan(7);
  });

  test('none weighs more than 3 KB', () => {
    const inside = [
      ...drawnTypes.map((type) => equipmentDrawing(type, 'some id')),
      ...knownFacades.map((model) => centreDrawing(model, 'some id', true)),
    ];
    expect(Math.max(...inside.map((drawn) => drawn.length))).toBeLessThan(3000);
  });

  test('what is drawn for an id is always the same, and two ids may look different', () => {
    expect(equipmentDrawing('kiln', 'a')).toBe(equipmentDrawing('kiln', 'a'));
    expect(new Set([...'abcdefghij'].map((id) => equipmentDrawing('kiln', id))).size).toBeGreaterThan(2);
    expect(new Set([...'abcdefghij'].map((id) => centreDrawing('makerspace', id, false))).size).toBeGreaterThan(2);
    expect(turnOf('a')).not.toBe(turnOf('b'));
    expect(centreCraft('x')).toBe(centreCraft('x'));
  });

  test('a centre that is open has light in its windows', () => {
    expect(centreDrawing('makerspace', 'x', true)).toContain('class="g"');
    expect(centreDrawing('makerspace', 'x', false)).not.toContain('class="g"');
  });

  test('a type that nobody has drawn and a model that nobody knows have a picture all the same', () => {
    expect(equipmentDrawing('quantum_loom', 'x')).toContain('<path');
    expect(centreDrawing('observatory', 'x', true)).toContain('<rect');
  });
});

test.each([
  ['Aistė Petraitytė', 'AP'],
  ['UAB „Molio forma“', 'UF'],
  ['Šarūnas', 'Š'],
  ['Ana Maria de Sá', 'AS'],
  ['', ''],
  ['<b>', 'B'],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
