import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

const known = new WeakMap<readonly FieldNode[], ReadonlySet<string>>();

/** Whether a client asks nothing below a field but these fields; their own fields do not matter. */
export function asksOnly(info: GraphQLResolveInfo, fields: ReadonlySet<string>): boolean {
  let asked = known.get(info.fieldNodes);
  if (!asked) {
    const names = new Set<string>();
    const walk = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) names.add(selection.name.value);
        else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
        else {
          const fragment = info.fragments[selection.name.value];
          if (fragment) walk(fragment.selectionSet);
        }
      }
    };
    for (const { selectionSet } of info.fieldNodes) if (selectionSet) walk(selectionSet);
    asked = names;
    known.set(info.fieldNodes, asked);
  }
  return [...asked].every((field) => fields.has(field));
}
