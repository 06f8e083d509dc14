// Leaves of every document in the built pages only its id; the server knows the texts, see server/src/platform/graphql/guard.
import { fileURLToPath } from 'node:url';
import { comment, documentsOf } from './documents.mjs';

const sources = fileURLToPath(new URL('../src', import.meta.url));
/** `graphql(`…`, […])`: the text, then the fragments it uses. */
const call = /\bgraphql\(\s*`([^`]+)`\s*(?:,\s*(?:\[[^\]]*\]\s*,?\s*)?)?\)/g;

/** @returns {import('vite').Plugin} */
export function documents() {
  /** @type {Map<string, string>} */
  let ids = new Map();
  return {
    name: 'talka:documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      const all = documentsOf(sources);
      ids = new Map(all.map(({ name, id }) => [name, id]));
      if (this.environment.name !== 'client') return;
      const source = JSON.stringify(Object.fromEntries(all.map(({ id, text }) => [id, text])));
      this.emitFile({ type: 'asset', fileName: 'documents.json', source });
    },
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /\bgraphql\(\s*`/ },
      handler(code) {
        const replaced = code.replace(call, (whole, text) => {
          const name = /^\s*(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1];
          const id = name && ids.get(name);
          // Fragments stand in the texts of the operations that use them; lines keep their numbers.
          const lines = '\n'.repeat(whole.split('\n').length - 1);
          return (id ? `({ kind: 'Document', definitions: [], documentId: '${id}' })` : '({})') + lines;
        });
        if (/\bgraphql\(\s*`/.test(replaced.replace(comment, '')))
          this.error('A document is written in an unforeseen way.');
        return { code: replaced, map: null };
      },
    },
  };
}
