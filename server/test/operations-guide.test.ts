import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingDefaults } from '../src/config.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

/** The rows of the table of settings: name, default, meaning. */
const documented = new Map(
  [...read('docs/operations.md').matchAll(/^\| `([A-Z_]+)` +\| (.+?) +\| (.+?) +\|$/gm)].map(
    ([, name = '', byDefault = '', meaning = '']) => [name, { byDefault, meaning }] as const,
  ),
);

test('the guide for operators explains every setting, and none that is not', () => {
  expect([...documented.keys()].sort()).toEqual([...settingDefaults.keys()].sort());
});

test('the guide names each default as it is', () => {
  for (const [name, value] of settingDefaults) {
    if (value === undefined) continue;
    const written = typeof value === 'boolean' ? Number(value) : value;
    expect(documented.get(name)?.byDefault, name).toContain(`\`${written}\``);
  }
});

test('what runs Talka sets only what there is to set', () => {
  const own = /^(NODE_ENV|NODE_COMPILE_CACHE|PATH|TALKA_DOMAIN|TALKA_PROCESSES|POSTGRES_\w+|DATABASE_PASSWORD)$/;
  const files = ['Containerfile', 'compose.yaml', 'example.env', 'systemd/talka.env', 'systemd/talka@.service'];
  for (const file of files) {
    const names = read(`deploy/${file}`)
      .split('\n')
      .filter((line) => !line.trimStart().startsWith('#'))
      .flatMap((line) => [...line.matchAll(/(?:^|[\s{])([A-Z][A-Z_]{3,})(?:=|: )/g)].map(([, name = '']) => name))
      .filter((name) => !own.test(name));
    expect(
      names.filter((name) => !settingDefaults.has(name)),
      file,
    ).toEqual([]);
  }
});
