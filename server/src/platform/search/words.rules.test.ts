import { expect, test } from 'vitest';
import { searchWords } from './words.rules.ts';

test.each([
  ['Lazerinis  pjovimas', ['lazerinis', 'pjovimas']],
  ['„Galera“, Kalnas; galera', ['galera', 'kalnas']],
  ['3D-spausdintuvas', ['3d', 'spausdintuvas']],
  ['Užupio', ['užupio']],
  ['%_\\ …', []],
  ['', []],
  [`${'o'.repeat(40)}ther`, ['o'.repeat(40)]],
  ['a b c d e f g h i j k l', ['a', 'b', 'c', 'd', 'e']],
])('the words of %j are %j', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});
