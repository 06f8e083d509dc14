// Turns src/lib/i18n/messages/*.json into modules of strings and functions, so that no parser is sent to the browser.
import { fileURLToPath } from 'node:url';
import { messageCode } from './message-code.mjs';
import { compileFile, folder, messageFiles, writeTypes } from './messages.mjs';

const prefix = 'virtual:messages';

/** @returns {import('vite').Plugin} */
export function messages() {
  return {
    name: 'talka:messages',
    buildStart: () => writeTypes(),
    resolveId: {
      filter: { id: /^virtual:messages/ },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:messages/ },
      handler(id) {
        const name = id.slice(`\0${prefix}/`.length);
        if (name) {
          const file = `${name}.json`;
          this.addWatchFile(fileURLToPath(new URL(file, folder)));
          const messages = Object.entries(compileFile(file)).map(
            ([key, message]) => `${JSON.stringify(key)}:${messageCode(message)}`,
          );
          return `export default {${messages.join(',')}};`;
        }
        const loaders = messageFiles().map(
          ({ area, locale }) => `'${area}.${locale}': () => import('${prefix}/${area}.${locale}')`,
        );
        return `export const loaders = {${loaders.join(',')}};`;
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
