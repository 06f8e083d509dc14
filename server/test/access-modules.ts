import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const sources = join(import.meta.dirname, '../src');

const declaredType = /@(?:Object|Interface)Type\('(\w+)'/g;
const rootField = /@(?:Query|Mutation)\([\s\S]*?\n {2}(?:async )?(\w+)\(/g;

/** The module that declares each type and each root field, by their sources; `platform` for what all modules share. */
function readModules(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const path of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(type|resolver)\.ts$/.test(path)) continue;
    const module = /^modules\/([\w-]+)\//.exec(path)?.[1] ?? 'platform';
    const text = readFileSync(join(sources, path), 'utf8');
    for (const pattern of [declaredType, rootField]) {
      for (const [, name = ''] of text.matchAll(pattern)) found.set(name, module);
    }
  }
  return found;
}

const declared = readModules();

/** The module of a row of the tables of rights, by what it begins with: `Post.title`, `Query.posts`, `reply to members`. */
export function moduleOf(row: string): string {
  const [, type = '', field = ''] = /^(\w+)(?:[^.,]*\.(\w+))?/.exec(row) ?? [];
  const name = type === 'Query' ? field : type;
  return declared.get(name) ?? declared.get(name.replace(/Edge$/, 'Connection')) ?? 'platform';
}

/** Rows by their module. */
export const byModule = (rows: readonly string[]): ReadonlyMap<string, readonly string[]> =>
  Map.groupBy(rows, moduleOf);
