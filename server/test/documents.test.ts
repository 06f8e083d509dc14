import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
/** Where a path that stands in a document may begin. */
const beginnings = ['', 'server/src', 'server', 'client', 'client/src', 'client/src/lib'];
/** What is built, or made where it runs. */
const made = /^build\/|\/\.env$/;

const documents = [
  'README.md',
  'CONTRIBUTING.md',
  'client/README.md',
  'docs/architecture.md',
  'docs/operations.md',
  'server/data/README.md',
];

test.each(documents)('every file that %s names is there', (document) => {
  const words = [...readFileSync(join(root, document), 'utf8').matchAll(/`([^`\s]+)`/g)].map(([, word = '']) => word);
  const paths = words.filter(
    (word) => /^[\w.@[\]()=+-]+(\/[\w.@[\]()=+-]*)+$/.test(word) && !/^[A-Z_]+\//.test(word) && !made.test(word),
  );
  const missing = paths.filter(
    (path) => ![...beginnings, dirname(document)].some((beginning) => existsSync(join(root, beginning, path))),
  );
  expect(paths.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

test('the page about the house can be read in ten minutes', () => {
  expect(readFileSync(join(root, 'docs/architecture.md'), 'utf8').split('\n').length).toBeLessThanOrEqual(70);
});
