import { describe, expect, test } from 'vitest';
import { byLikeness, likeness, type Meant } from './likeness.rules.ts';

const laser: Meant = {
  names: [
    { text: 'Lazerinio pjovimo staklės', own: true },
    { text: 'Laser cutter', own: false },
  ],
  words: [
    { text: 'lazer', own: true },
    { text: 'ispjau', own: true },
    { text: 'grav', own: true },
    { text: 'engrav', own: false },
  ],
};
const wheel: Meant = {
  names: [{ text: 'Puodžiaus ratas', own: true }],
  words: [
    { text: 'mol', own: true },
    { text: 'pottery', own: false },
  ],
};
const printer: Meant = { names: [{ text: 'FDM 3D spausdintuvas', own: true }], words: [{ text: '3d', own: true }] };

const exact = 0;
const beginning = 2;
const synonym = 4;
const inside = 6;
const slip = 8;
const foreign = 1;

describe('what was typed is like a thing', () => {
  test.each<[string, Meant, number, string]>([
    ['Lazerinio pjovimo staklės', laser, exact, 'its whole name'],
    ['laser cutter', laser, exact + foreign, 'its whole name in the other language'],
    ['lazer', laser, beginning, 'the beginning of a word of its name'],
    ['LAZERINIO', laser, beginning, 'in any case'],
    ['stakles', laser, beginning, 'without accents'],
    ['laser', laser, beginning + foreign, 'the beginning of a word in the other language'],
    ['lazeriu', laser, synonym, 'a form of a word for it'],
    ['išpjauti', laser, synonym, 'what it does'],
    ['graviruoti', laser, synonym, 'what it does'],
    ['engraving', laser, synonym + foreign, 'what it does in the other language'],
    ['molio', wheel, synonym, 'a short word with an ending'],
    ['pjovimo lazeris', laser, synonym, 'as much as its least like word'],
    ['3D spausdintuvas', printer, beginning, 'two words of its name'],
    ['žiaus', wheel, inside, 'a piece of a word'],
    ['lazzeris', laser, slip, 'a letter too many'],
    ['lzeris', laser, slip, 'a letter missing'],
    ['lazwris', laser, slip, 'a wrong letter'],
    ['alzeris', laser, slip, 'two letters swapped'],
    ['pottrey', wheel, slip + foreign, 'two letters swapped in the other language'],
  ])('%j', (text, thing, far) => {
    expect(likeness(text.split(' '), thing)).toEqual({ missed: 0, far });
  });

  test.each([
    ['a word for another thing', 'siūti', laser],
    ['two slips', 'lezwris', laser],
    ['a slip in a short word', 'grab', laser],
    ['a longer word that begins like a short one', 'moliuskai', wheel],
    ['two letters inside a word', 'zi', wheel],
  ])('but not by %s', (_, text, thing) => {
    expect(likeness([text], thing)).toBeUndefined();
  });
});

test('words that have nothing to do with it put it behind what has to do with all', () => {
  const some = likeness(['noriu', 'molio'], wheel);
  expect(some).toEqual({ missed: 1, far: synonym });
  expect(byLikeness(some ?? { missed: 0, far: 0 }, { missed: 0, far: slip })).toBeGreaterThan(0);
});
