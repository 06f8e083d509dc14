// Turns src/lib/i18n/messages/*.json into modules of strings and functions, so that no parser is sent to the browser.
import { fileURLToPath } from 'node:url';
import { messageCode } from './message-code.mjs';
import { compileFile, folder, messageFiles, writeTypes } from './messages.mjs';

const prefix = 'virtual:messages';

/**
 * `virtual:messages` loads an area in a language by its name, such as `posts.lt`.
 * @returns {import('vite').Plugin}
 */
export function messages() {
  return {
    name: 'talka:messages',
    buildStart: writeTypes,
    resolveId: { filter: { id: /^virtual:messages/ }, handler: (id) => `\0${id}` },
    load: {
      filter: { id: /^\0virtual:messages/ },
      handler(id) {
        const name = id.slice(prefix.length + 2);
        const found = messageFiles();
        if (!name) return `export default {${found.map(loader).join(',')}};`;
        for (const { file } of found) this.addWatchFile(fileURLToPath(new URL(file, folder)));
        const entries = Object.entries(compileFile(`${name}.json`));
        return `export default {${entries.map(([key, message]) => `'${key}':${messageCode(message)}`).join(',')}};`;
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

/** @param {import('./messages.mjs').MessageFile} file */
const loader = ({ area, locale }) => `'${area}.${locale}':()=>import('${prefix}/${area}.${locale}')`;
