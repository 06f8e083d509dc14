// Leaves of every operation in the built pages only its id, and writes `documents.json`, from which the server knows
// the texts. gql.tada's `graphql.persisted` would want the id pasted beside each document whenever a fragment changes,
// and leaves the text in the bundle.
import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, print, visit } from 'graphql';

const sources = fileURLToPath(new URL('../src', import.meta.url));
/** `graphql(`…`, […])`: the text, then the fragments it uses. */
const call = /\bgraphql\(\s*`([^`]+)`\s*(?:,\s*(?:\[[^\]]*\]\s*,?\s*)?)?\)/g;

/** @returns {import('vite').Plugin} */
export function documents() {
  /** @type {Map<string, { id: string, text: string }>} */
  let operations = new Map();
  return {
    name: 'talka:documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      operations = operationsOf(globSync('**/*.ts', { cwd: sources }).map((file) => `${sources}/${file}`));
      if (this.environment.name !== 'client') return;
      const source = JSON.stringify(Object.fromEntries([...operations.values()].map(({ id, text }) => [id, text])));
      this.emitFile({ type: 'asset', fileName: 'documents.json', source });
    },
    transform: {
      filter: { id: /\/src\/.*\.ts$/, code: /\bgraphql\(\s*`/ },
      handler: (code) => ({
        code: code.replace(call, (whole, text) => {
          const [definition] = parse(text).definitions;
          const name = definition?.kind === 'OperationDefinition' ? definition.name?.value : undefined;
          // Fragments stand in the texts of the operations that use them; lines keep their numbers.
          const stub = name ? `{ kind: 'Document', definitions: [], documentId: '${operations.get(name)?.id}' }` : '{}';
          return `(${stub})${'\n'.repeat(whole.split('\n').length - 1)}`;
        }),
        map: null,
      }),
    },
  };
}

/**
 * The operations in some files by their names, which are unique as those of fragments are; each with the fragments it
 * needs, and an id as the appendix on persisted documents of GraphQL over HTTP writes it.
 * @param {readonly string[]} files
 */
export function operationsOf(files) {
  const definitions = files
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(call)])
    .flatMap(([, text = '']) => withoutHints(parse(text)).definitions);
  const fragments = new Map(
    definitions.flatMap((each) => (each.kind === 'FragmentDefinition' ? [[each.name.value, each]] : [])),
  );
  const fragmentOf = (/** @type {string} */ name) => {
    const found = fragments.get(name);
    if (!found) throw new Error(`The fragment ${name} is nowhere in the pages.`);
    return found;
  };
  const operations = definitions.filter((each) => each.kind === 'OperationDefinition');
  return new Map(
    operations.map((operation) => {
      /** @type {Set<import('graphql').ASTNode>} */
      const parts = new Set([operation]);
      for (const part of parts) visit(part, { FragmentSpread: ({ name }) => void parts.add(fragmentOf(name.value)) });
      const text = [...parts].map(print).join('\n\n');
      return [operation.name?.value ?? '', { id: `sha256:${createHash('sha256').update(text).digest('hex')}`, text }];
    }),
  );
}

/**
 * gql.tada's own directives are for its types and never sent.
 * @param {import('graphql').DocumentNode} document
 */
const withoutHints = (document) =>
  visit(document, { Directive: (node) => (node.name.value.startsWith('_') ? null : undefined) });
