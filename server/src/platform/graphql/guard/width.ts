import { type DocumentNode, type FragmentDefinitionNode, Kind, type SelectionSetNode } from 'graphql';

/** How wide a document is; of its operations the widest. */
export interface DocumentWidth {
  /** Operations and fragments. */
  readonly definitions: number;
  /** Fields at the root of an operation, fragments expanded. */
  readonly rootFields: number;
  /** Sum of the squares of how often each answer name is written; validation compares each pair. */
  readonly repeats: number;
}

/**
 * Measures a parsed document that need not be valid. Each fragment is measured once, however often it is spread, so
 * the work is linear in the text; a fragment within itself counts as empty, validation names it.
 */
export function widthOf({ definitions }: DocumentNode): DocumentWidth {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const each of definitions) if (each.kind === Kind.FRAGMENT_DEFINITION) fragments.set(each.name.value, each);
  const measured = new Map<string, number>();
  const names = new Map<string, number>();

  const ofFragment = (name: string): number => {
    let width = measured.get(name);
    if (width === undefined) {
      measured.set(name, 0);
      width = ofSet(fragments.get(name)?.selectionSet);
      measured.set(name, width);
    }
    return width;
  };
  const ofSet = (set: SelectionSetNode | undefined): number => {
    let width = 0;
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FRAGMENT_SPREAD) width += ofFragment(selection.name.value);
      else if (selection.kind === Kind.INLINE_FRAGMENT) width += ofSet(selection.selectionSet);
      else {
        const name = (selection.alias ?? selection.name).value;
        names.set(name, (names.get(name) ?? 0) + 1);
        ofSet(selection.selectionSet);
        width += 1;
      }
    }
    return width;
  };

  for (const name of fragments.keys()) ofFragment(name);
  const operations = definitions.map((each) =>
    each.kind === Kind.OPERATION_DEFINITION ? ofSet(each.selectionSet) : 0,
  );
  return {
    definitions: definitions.length,
    rootFields: Math.max(0, ...operations),
    repeats: [...names.values()].reduce((sum, count) => sum + count * count, 0),
  };
}
