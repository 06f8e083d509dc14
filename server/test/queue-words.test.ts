import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { queues } from '../src/queues.ts';

const client = join(import.meta.dirname, '../../client/src');
const sorted = (names: Iterable<string>) => [...names].sort();
const known = sorted(queues.map(({ name }) => name));

test.each(['lt', 'en'])('the page for operators has words for every queue, and for no other: %s', (locale) => {
  const messages = JSON.parse(readFileSync(join(client, `lib/i18n/messages/operations.${locale}.json`), 'utf8'));
  const prefix = 'operations.queue.';
  const worded = Object.keys(messages).filter((key) => key.startsWith(prefix));
  expect(sorted(worded.map((key) => key.slice(prefix.length)))).toEqual(known);
});

test('the page for operators names every queue', () => {
  const text = readFileSync(join(client, 'routes/[locale=locale]/(operator)/operations/names.ts'), 'utf8');
  const [, list = ''] = /const named = \[([^\]]*)\]/.exec(text) ?? [];
  expect(sorted([...list.matchAll(/'([^']+)'/g)].map(([, name = '']) => name))).toEqual(known);
});
