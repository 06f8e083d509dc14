import {
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';

/** How large a document is with its fragments expanded; the largest of its operations where it has several. */
export interface DocumentSize {
  readonly depth: number;
  readonly rootFields: number;
  readonly aliases: number;
  /** Sum of the squares of how often each answer name is written. */
  readonly repeats: number;
}

interface Part {
  readonly depth: number;
  readonly width: number;
  readonly aliases: number;
}

const nothing: Part = { depth: 0, width: 0, aliases: 0 };

/**
 * Measures a parsed document that need not be valid. Each fragment is measured once, however often it is
 * spread, so the work is linear in the text; a fragment within itself counts as empty, validation names it.
 */
export function sizeOf(document: DocumentNode): DocumentSize {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of document.definitions) {
    if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  }
  const measured = new Map<string, Part>();
  const names = new Map<string, number>();

  const ofFragment = (name: string): Part => {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, nothing);
    const part = ofSet(fragments.get(name)?.selectionSet);
    measured.set(name, part);
    return part;
  };
  const ofSelection = (selection: SelectionNode): Part => {
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value);
    if (selection.kind === Kind.INLINE_FRAGMENT) return ofSet(selection.selectionSet);
    const name = (selection.alias ?? selection.name).value;
    names.set(name, (names.get(name) ?? 0) + 1);
    const { depth, aliases } = ofSet(selection.selectionSet);
    return { depth: depth + 1, width: 1, aliases: aliases + (selection.alias ? 1 : 0) };
  };
  const ofSet = (set: SelectionSetNode | undefined): Part => {
    let { depth, width, aliases } = nothing;
    for (const selection of set?.selections ?? []) {
      const part = ofSelection(selection);
      depth = Math.max(depth, part.depth);
      width += part.width;
      aliases += part.aliases;
    }
    return { depth, width, aliases };
  };

  for (const name of fragments.keys()) ofFragment(name);
  const operations = document.definitions.map((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? ofSet(each.selectionSet) : nothing,
  );
  const largest = (figure: keyof Part) => Math.max(0, ...operations.map((each) => each[figure]));
  return {
    depth: largest('depth'),
    rootFields: largest('width'),
    aliases: largest('aliases'),
    repeats: [...names.values()].reduce((sum, count) => sum + count * count, 0),
  };
}
