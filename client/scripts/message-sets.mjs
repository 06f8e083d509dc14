// Tells which messages a page or a part is sent: those that its own modules name.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const source = fileURLToPath(new URL('../src', import.meta.url));
const routes = join(source, 'routes');

/** The set of what stands round every page. */
export const frame = 'frame';

/**
 * Which keys a text names, and which beginnings of keys: a template such as `posts.kind.${kind}` stands for all that
 * begin so.
 * @param {string} text
 */
export function namedIn(text) {
  const exact = new Set();
  const beginnings = new Set();
  for (const [, word, end] of text.matchAll(/['"`]([a-z-]+\.[\w.-]*)(['"`]|\$\{)/g)) {
    (end === '${' ? beginnings : exact).add(word);
  }
  return (/** @type {string} */ key) => exact.has(key) || [...beginnings].some((start) => key.startsWith(start));
}

/** The sets of routes by the route's id, and the frame: the modules at which each begins. */
export function routeSets() {
  const sets = new Map([
    [frame, [...globSync('**/+{layout,error}.svelte', { cwd: routes }).map((file) => join(routes, file))]],
  ]);
  for (const file of globSync('**/+{page.svelte,page.ts,page.server.ts,server.ts}', { cwd: routes })) {
    const id = `/${dirname(file)}`;
    sets.set(id, [...(sets.get(id) ?? []), join(routes, file)]);
  }
  return sets;
}

/** The sets of parts by their name. */
export function partSets() {
  const file = join(source, 'parts.ts');
  const notice = join(source, 'lib/live/connection-notice.svelte');
  const found = readFileSync(file, 'utf8').matchAll(/'([\w-]+)': \(\) => import\('([^']+)'\)/g);
  return new Map([...found].map(([, name = '', path = '']) => [name, [resolve(path, file), notice]]));
}

/** An import of one of our own modules, other than of its types. */
const imported = /(?:^(?:import|export)(?! type\b)(?:[^'`;]*? from)? |\bimport\()'([#.][^']+)'/gm;

/**
 * The text of modules and of all that they import.
 * @param {readonly string[]} begin
 * @param {boolean} browser without the modules that speak on the server, `*.server.ts`
 */
export function textOf(begin, browser = false) {
  const files = new Set(begin);
  let text = '';
  for (const file of files) {
    if (!existsSync(file)) continue;
    const content = readFileSync(file, 'utf8');
    text += content;
    for (const [, path = ''] of content.matchAll(imported)) {
      if (!browser || !path.endsWith('.server.ts')) files.add(resolve(path, file));
    }
  }
  return text;
}

/** @param {string} path @param {string} from */
const resolve = (path, from) => (path.startsWith('#') ? join(source, path.slice(1)) : join(dirname(from), path));
