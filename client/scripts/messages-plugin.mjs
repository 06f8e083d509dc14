// Turns src/lib/i18n/messages/*.json into modules of strings and functions, so that no parser is sent to the browser.
import { fileURLToPath } from 'node:url';
import { messageCode } from './message-code.mjs';
import { frame, namedIn, partSets, routeSets, textOf } from './message-sets.mjs';
import { compileFile, folder, messageFiles, writeTypes } from './messages.mjs';

const prefix = 'virtual:messages/';
/** @type {Record<string, () => Map<string, string[]>>} */
const kinds = { routes: routeSets, parts: partSets };

/**
 * @param {string} version the name of this build
 * @returns {import('vite').Plugin}
 */
export function messages(version) {
  const place = `_app/immutable/messages/${version}`;
  return {
    name: 'talka:messages',
    buildStart() {
      writeTypes();
      if (this.environment.name !== 'client' || this.environment.mode === 'dev') return;
      for (const [kind, sets] of Object.entries(kinds)) {
        for (const [locale, name] of pairs([...sets().keys()])) {
          const fileName = `${place}/${kind}/${locale}/${fileOf(name)}.js`;
          this.emitFile({ type: 'chunk', id: `${prefix}${kind}/${locale}/${name}`, fileName });
        }
      }
    },
    resolveId: {
      filter: { id: /^virtual:messages\// },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:messages\// },
      handler(id) {
        const [kind = '', locale, ...name] = id.slice(prefix.length + 1).split('/');
        const sets = kinds[kind]?.() ?? new Map();
        if (!locale) {
          const built = this.environment.name === 'client' && this.environment.mode !== 'dev';
          return built ? loadByAddress(`/${place}/${kind}`) : loadByName(kind, [...sets.keys()]);
        }
        for (const { file } of messageFiles()) this.addWatchFile(fileURLToPath(new URL(file, folder)));
        const { name: side, mode } = this.environment;
        // While the pages are developed, what they name changes all the time; they get everything.
        return set(locale, mode === 'dev' ? () => true : chosen(sets, name.join('/'), side === 'client'));
      },
    },
    hotUpdate({ file }) {
      if (!file.startsWith(fileURLToPath(folder))) return;
      writeTypes();
      const { moduleGraph, hot } = this.environment;
      for (const [id, module] of moduleGraph.idToModuleMap) {
        if (id.startsWith(`\0${prefix}`)) moduleGraph.invalidateModule(module);
      }
      hot.send({ type: 'full-reload' });
      return [];
    },
  };
}

/** @param {string[]} names */
function pairs(names) {
  const locales = [...new Set(messageFiles().map(({ locale }) => locale))];
  return locales.flatMap((locale) => names.map((name) => /** @type {const} */ ([locale, name])));
}

/** @param {string} name */
const fileOf = (name) => name.replaceAll(/[^a-z]+/g, '-');

/**
 * In a browser the address of a set follows from its name; a list of all would weigh more than most sets.
 * @param {string} place
 */
function loadByAddress(place) {
  const name = `name.replaceAll(${/[^a-z]+/g}, '-')`;
  return `export const load = (locale, name) => import(/* @vite-ignore */ \`${place}/\${locale}/\${${name}}.js\`);`;
}

/** @param {string} kind @param {string[]} names */
function loadByName(kind, names) {
  const entries = pairs(names).map(
    ([locale, name]) => `'${locale}/${name}': () => import('${prefix}${kind}/${locale}/${name}')`,
  );
  return `const loaders = {${entries.join(',')}}; export const load = (locale, name) => loaders[\`\${locale}/\${name}\`]();`;
}

/**
 * Which keys belong to a set; a page does not repeat what its frame brings.
 * @param {Map<string, string[]>} sets
 * @param {string} name
 * @param {boolean} browser which is not sent what only the server says
 */
function chosen(sets, name, browser) {
  const own = namedIn(textOf(sets.get(name) ?? [], browser));
  const around = namedIn(textOf(name === frame ? [] : (sets.get(frame) ?? []), browser));
  return (/** @type {string} */ key) => own(key) && !around(key);
}

/** @param {string} locale @param {(key: string) => boolean} wanted */
function set(locale, wanted) {
  const entries = messageFiles()
    .filter((file) => file.locale === locale)
    .flatMap(({ file }) => Object.entries(compileFile(file)))
    .filter(([key]) => wanted(key))
    .map(([key, message]) => `${JSON.stringify(key)}:${messageCode(message)}`);
  return `export default {${entries.join(',')}};`;
}
