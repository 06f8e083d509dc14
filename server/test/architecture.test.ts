import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const sources = join(import.meta.dirname, '../src');

interface Module {
  readonly path: string;
  readonly imports: readonly { target: string; typeOnly: boolean }[];
}

const importLine = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'"();]*?\sfrom\s+)?['"]([^'"]+)['"]/g;

const modules: Module[] = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts') && !path.endsWith('.test.ts'))
  .map((path) => {
    const text = readFileSync(join(sources, path), 'utf8');
    const imports = [...text.matchAll(importLine)].map(([, type, target = '']) => ({
      target: target.startsWith('.') ? relative(sources, resolve(sources, dirname(path), target)) : target,
      typeOnly: type !== undefined,
    }));
    return { path, imports };
  });

/** The role a file's name ends with: `booking.service.ts` is a service. */
const roleOf = (path: string) => /\.([a-z]+)\.ts$/.exec(path)?.[1];

const inFolder = (folder: string, names: string) => names.split(' ').map((name) => `${folder}/${name}`);

/** The folders of the modules in the order in which `modules.ts` lists them. */
function orderOfModules(): string[] {
  const text = readFileSync(join(sources, 'modules.ts'), 'utf8');
  const folders = new Map(
    [...text.matchAll(/import \{ (\w+) \} from '\.\/(modules\/[\w-]+)\/module\.ts'/g)].map(
      ([, name = '', folder = '']) => [name, folder],
    ),
  );
  const [, list = ''] = /const domain = \[([^\]]*)\]/.exec(text) ?? [];
  return [...list.matchAll(/\w+/g)].map(([name]) => folders.get(name) ?? name);
}

/** The folders of the house in their order: a file imports only from its own folder and from those before it. */
const order = [
  'messages',
  'platform/i18n',
  'shared',
  'access',
  'config.ts',
  ...inFolder(
    'platform',
    'log database context jobs limits idempotency undo search graphql events mail files maps pictures realtime http',
  ),
  ...orderOfModules(),
  ...'modules.ts entities.ts queues.ts schema.ts tables.ts database.ts start-failure.ts'.split(' '),
  'tools',
  ...'prepare.ts app.ts main.ts'.split(' '),
];

/** Where a file stands in the order; what has no place knows everything. */
function placeOf(path: string): number {
  const place = order.findIndex((folder) => path === folder || path.startsWith(`${folder}/`));
  return place < 0 ? Number.POSITIVE_INFINITY : place;
}

/** Every import of a module with this role, as readable edges. */
function edges(from: (module: Module) => boolean, forbidden: (target: string, typeOnly: boolean) => boolean): string[] {
  return modules
    .filter(from)
    .flatMap(({ path, imports }) =>
      imports.filter(({ target, typeOnly }) => forbidden(target, typeOnly)).map(({ target }) => `${path} → ${target}`),
    );
}

const isRole =
  (...roles: string[]) =>
  (module: Module) =>
    roles.includes(roleOf(module.path) ?? '');
const targetsRole =
  (...roles: string[]) =>
  (target: string) =>
    roles.includes(roleOf(target) ?? '');

describe('the house', () => {
  test('has modules to look at', () => {
    expect(modules.length).toBeGreaterThan(60);
  });

  test('rules and policies know no database, no GraphQL and no Node', () => {
    const foreign = /^(node:|@mikro-orm|kysely|graphql|type-graphql|@apollo|fastify|better-auth|pg$|ws$)/;
    expect(edges(isRole('rules', 'enums', 'policy'), (target) => foreign.test(target))).toEqual([]);
  });

  test('rules import nothing of ours but rules and enums, policies nothing but these and policies', () => {
    const ownCode = (target: string) => target.endsWith('.ts');
    const message = (target: string) =>
      target === 'platform/i18n/translate.ts' || target === 'platform/i18n/locale.rules.ts';
    expect(
      edges(
        isRole('rules'),
        (target, typeOnly) =>
          ownCode(target) && !targetsRole('rules', 'enums')(target) && !(typeOnly && message(target)),
      ),
    ).toEqual([]);
    expect(
      edges(
        isRole('policy'),
        (target, typeOnly) =>
          ownCode(target) && !targetsRole('rules', 'enums', 'policy')(target) && !(typeOnly && message(target)),
      ),
    ).toEqual([]);
  });

  test('entities import only entities, rules and enums', () => {
    expect(
      edges(isRole('entity'), (target) => target.endsWith('.ts') && !targetsRole('entity', 'rules', 'enums')(target)),
    ).toEqual([]);
  });

  test('services and readers know no resolver and no GraphQL type', () => {
    expect(edges(isRole('service', 'reader'), targetsRole('resolver', 'type'))).toEqual([]);
  });

  test('resolvers never touch entities or the entity manager', () => {
    expect(
      edges(isRole('resolver'), (target) => targetsRole('entity')(target) || target.startsWith('@mikro-orm')),
    ).toEqual([]);
  });

  test('every file has its place in the order', () => {
    const paths = modules.map(({ path }) => path);
    expect(paths.filter((path) => placeOf(path) === Number.POSITIVE_INFINITY)).toEqual([]);
  });

  test('modules.ts lists every folder of the modules', () => {
    const folders = new Set(modules.flatMap(({ path }) => /^modules\/[\w-]+/.exec(path)?.[0] ?? []));
    expect([...folders].sort()).toEqual(orderOfModules().sort());
  });

  test('every resolver, entity and job is listed in the module.ts of its folder', () => {
    const listing = modules.filter(({ path }) => path.endsWith('/module.ts'));
    const listed = new Set(listing.flatMap(({ imports }) => imports.map(({ target }) => target)));
    const brings = ({ path }: Module) =>
      /@Resolver\(|defineEntity\(|= defineQueue\b/.test(readFileSync(join(sources, path), 'utf8'));
    const unlisted = modules.filter(brings).filter(({ path }) => !listed.has(path));
    expect(unlisted.map(({ path }) => path)).toEqual([]);
    const everywhere = readFileSync(join(sources, 'modules.ts'), 'utf8');
    expect(listing.filter(({ path }) => !everywhere.includes(`'./${path}'`))).toEqual([]);
  });

  test('imports point backwards in the order, but for those of entities and GraphQL types to each other', () => {
    const forwards = modules.flatMap(({ path, imports }) =>
      imports
        .filter(({ target }) => target.endsWith('.ts') && !target.startsWith('..') && placeOf(target) > placeOf(path))
        .filter(({ target }) => !(roleOf(path) === 'entity' && roleOf(target) === 'entity'))
        .map(({ target, typeOnly }) => `${path} → ${target}${typeOnly ? ' (type)' : ''}`),
    );
    expect(forwards).toEqual([]);
  });

  test('has no cycle of modules at run time', () => {
    const graph = new Map(
      modules.map(({ path, imports }) => [path, imports.filter((each) => !each.typeOnly).map((each) => each.target)]),
    );
    const state = new Map<string, 'open' | 'done'>();
    const cycles: string[] = [];
    const visit = (path: string, trail: string[]): void => {
      // Entities and GraphQL types refer to each other inside arrow functions, which is how relations are written.
      if (roleOf(path) === 'entity' || roleOf(path) === 'type') return;
      if (state.get(path) === 'open') cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (state.has(path)) return;
      state.set(path, 'open');
      for (const target of graph.get(path) ?? []) visit(target, [...trail, path]);
      state.set(path, 'done');
    };
    for (const path of graph.keys()) visit(path, []);
    expect(cycles).toEqual([]);
  });

  test('keeps every file short enough to see its end', () => {
    const long = modules
      .map(({ path }) => ({ path, lines: readFileSync(join(sources, path), 'utf8').split('\n').length - 1 }))
      .filter(({ lines }) => lines > 200);
    expect(long).toEqual([]);
  });
});
