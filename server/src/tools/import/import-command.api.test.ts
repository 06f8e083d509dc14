import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lockDirectory } from '../../platform/database/directory-lock.ts';
import { runImport } from './import-command.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talka-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function run(...words: string[]) {
  const printed: string[] = [];
  const complained: string[] = [];
  const code = await runImport(words, {
    environment: { DATA_DIR: join(folder, 'data') },
    now: new Date('2026-11-25T08:00:00Z'),
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, printed, complained };
}

async function file(text: string): Promise<string> {
  const path = join(folder, 'list.csv');
  await writeFile(path, text);
  return path;
}

// Each run opens the embedded database anew, as the command does.
describe('the import command', () => {
  it.each([
    [[], /Only centres/],
    [['people', 'x.csv'], /not "people"/],
    [['centres'], /Which file/],
    [['centres', 'a.csv', 'b.csv'], /One file at a time/],
    [['centres', 'a.csv', '--force'], /--force/],
    [['centres', '/nowhere.csv'], /does not exist/],
  ])('cannot begin with %j', async (words, sentence) => {
    const { code, complained } = await run(...words);
    expect(code).toBe(2);
    expect(complained[0]).toMatch(sentence);
  });

  it('imports a file, then finds it the same', async () => {
    const path = await file('key;name;kind;city;country\na;A;fab_lab;Vilnius;LT\n');
    const sums = [];
    for (const words of [['--dry-run'], [], []]) sums.push((await run('centres', path, ...words)).printed[0]);
    expect(sums).toEqual([
      `${path}: 1 new, 0 changed, 0 same. This was a dry run: nothing was written.`,
      `${path}: 1 new, 0 changed, 0 same.`,
      `${path}: 0 new, 0 changed, 1 same.`,
    ]);
  });

  it('prints every problem with its place and imports nothing', async () => {
    const path = await file('key,name,kind,city,country\na,A,fablab,Vilnius,LT\nb,,fab_lab,Vilnius,LT\n');
    expect(await run('centres', path)).toEqual({
      code: 1,
      printed: [],
      complained: [
        `${path}: 2 problems. Nothing was imported.`,
        '  line 2, column kind: This kind of centre is not known. It says "fablab".',
        '  line 3, column name: This cell is empty, but every centre needs it.',
      ],
    });
  });

  it('says so while the server has the embedded database', async () => {
    const lock = await lockDirectory(join(folder, 'data'));
    const { code, complained } = await run('centres', await file('key\n'));
    await lock.release();
    expect(code).toBe(2);
    expect(complained[0]).toMatch(/in use by another Talka process/);
  });
});
