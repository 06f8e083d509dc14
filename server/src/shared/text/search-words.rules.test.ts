import { expect, test } from 'vitest';
import { searchWords } from './search-words.rules.ts';

test.each([
  ['Lazerinis  pjovimas', ['lazerinis', 'pjovimas']],
  ['„Galera“, Kalnas; galera', ['galera', 'kalnas']],
  ['3D-spausdintuvas', ['3d', 'spausdintuvas']],
  ['Užupio', ['užupio']],
  ['%_\\ …', []],
  ['', []],
  ['a b c d e f g h i j k l', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j']],
])('the words of %j are %j', (text, words) => {
  expect(searchWords(text)).toEqual(words);
});
