import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, print, visit } from 'graphql';

/** `graphql(`…`)` in a source file, as gql.tada takes it. */
const written = /\bgraphql\(\s*`([^`]+)`/g;
export const comment = /\/\*\*[\s\S]*?\*\//g;

/**
 * Every operation that the pages send, with the fragments it needs, printed as one text. Names of operations
 * and fragments are unique among the pages.
 * @param {string} sources the folder of the pages' sources
 * @returns {{ name: string, id: string, text: string }[]} sorted by name
 */
export function documentsOf(sources) {
  const operations = [];
  const fragments = new Map();
  for (const path of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (!/\.(ts|svelte)$/.test(path) || /\.(d|test)\.ts$/.test(path)) continue;
    const source = readFileSync(join(sources, path), 'utf8').replace(comment, '');
    for (const [, text = ''] of source.matchAll(written)) {
      for (const each of withoutHints(parse(text)).definitions) {
        if (each.kind === 'FragmentDefinition') fragments.set(each.name.value, each);
        else if (each.kind === 'OperationDefinition') operations.push(each);
      }
    }
  }
  return operations
    .map((operation) => {
      const text = complete(operation, fragments);
      // As the appendix on persisted documents of GraphQL over HTTP writes ids.
      const id = `sha256:${createHash('sha256').update(text).digest('hex')}`;
      return { name: operation.name?.value ?? '', id, text };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * gql.tada's own directives are for its types and never sent.
 * @param {import('graphql').DocumentNode} document
 */
const withoutHints = (document) =>
  visit(document, { Directive: (node) => (node.name.value.startsWith('_') ? null : undefined) });

/**
 * @param {import('graphql').OperationDefinitionNode} operation
 * @param {Map<string, import('graphql').FragmentDefinitionNode>} fragments
 */
function complete(operation, fragments) {
  const needed = new Map();
  const add = (/** @type {import('graphql').ASTNode} */ definition) =>
    visit(definition, {
      FragmentSpread({ name: { value } }) {
        const fragment = fragments.get(value);
        if (!fragment) throw new Error(`The fragment ${value} is nowhere in the pages.`);
        if (needed.has(value)) return;
        needed.set(value, fragment);
        add(fragment);
      },
    });
  add(operation);
  return [operation, ...needed.values()].map(print).join('\n\n');
}
