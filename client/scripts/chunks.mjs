// Which scripts travel together: forty small files compress worse than a few.
import { fileURLToPath } from 'node:url';

const start = fileURLToPath(new URL('../src/lib/parts/start.ts', import.meta.url));
const enliven = fileURLToPath(new URL('../src/lib/parts/enliven.svelte.ts', import.meta.url));

/**
 * The groups of modules that several pages share: what the parts of visitors' pages may need apart from what only
 * SvelteKit and the pages that it runs do.
 */
export function sharedChunks() {
  /** @type {Set<string> | undefined} */
  let ofParts;
  /** @type {Set<string> | undefined} */
  let ofAll;
  /** @param {boolean} wanted @param {string} name */
  const named =
    (wanted, name) =>
    /** @param {string} id @param {Context} context */
    (id, context) => {
      ofParts ??= reachable(start, context);
      return ofParts.has(id) === wanted ? name : null;
    };
  const framework = /node_modules\/(svelte|esm-env|clsx|@sveltejs|devalue)\//;
  const own = /\/client\/src\/|preload-helper/;
  return [
    // Nine kilobytes dress every page; ten files of one each would hold up the first paint.
    { name: 'styles', test: /type=style|\/client\/src\/[\w-]+\.css/, priority: 1 },
    { name: named(true, 'svelte'), test: framework },
    // What starts any part is what the frame of every page needs, too.
    {
      name: (/** @type {string} */ id, /** @type {Context} */ context) => {
        ofAll ??= reachable(enliven, context, false);
        return ofAll.has(id) ? 'start' : null;
      },
      test: own,
    },
    { name: named(true, 'parts'), test: own, minShareCount: 8 },
    { name: named(false, 'kit'), test: framework, minShareCount: 8 },
    { name: named(false, 'pages'), test: own, minShareCount: 8 },
  ];
}

/** @typedef {{ getModuleInfo(id: string): { importedIds: string[], dynamicallyImportedIds: string[] } | null }} Context */

/**
 * @param {string} from
 * @param {Context} context
 * @param {boolean} late with what is imported only when it is needed
 */
function reachable(from, context, late = true) {
  const found = new Set([from]);
  for (const id of found) {
    const info = context.getModuleInfo(id);
    for (const next of info?.importedIds ?? []) found.add(next);
    if (late) for (const next of info?.dynamicallyImportedIds ?? []) found.add(next);
  }
  return found;
}
