import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

import { embeddedOrm, migrate } from '../src/database.ts';
import { openInMemory } from '../src/platform/database/embedded/open-embedded.ts';

import { queues } from '../src/queues.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    templateDatabase: string;
  }
}

/** Migrates one embedded database and keeps its image, from which every test file starts in a moment. */
export default async function prepare(project: TestProject): Promise<void> {
  const root = join(import.meta.dirname, '../..');
  const cache = join(root, 'node_modules/.cache/talka');
  const path = join(cache, `template-${await digestOf(root)}.tar`);
  project.provide('templateDatabase', path);
  if (
    await readFile(path).then(
      () => true,
      () => false,
    )
  )
    return;
  const pglite = await openInMemory();
  const orm = embeddedOrm(pglite);
  await orm.connect();
  await migrate({ orm, embedded: true });
  await orm.close();
  const image = await pglite.dumpDataDir('none');
  await pglite.close();
  await mkdir(cache, { recursive: true });
  for (const old of await readdir(cache)) if (old.startsWith('template-')) await rm(join(cache, old));
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, Buffer.from(await image.arrayBuffer()));
  await rename(draft, path);
}

/** Of all that shapes an empty database: the migrations, the version of pg-boss, and our queues. */
async function digestOf(root: string): Promise<string> {
  const folder = join(root, 'migrations');
  const migrations = (await readdir(folder)).filter((name) => name.endsWith('.ts')).sort();
  const hash = createHash('sha256').update(JSON.stringify(queues));
  for (const path of [...migrations.map((name) => join(folder, name)), join(root, 'server/package.json')]) {
    hash.update(await readFile(path));
  }
  return hash.digest('hex').slice(0, 16);
}
