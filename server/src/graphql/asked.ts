import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

/** What lies below a field, by name. */
type Asked = ReadonlyMap<string, readonly SelectionSetNode[]>;

const known = new WeakMap<readonly FieldNode[], Asked>();

/**
 * Whether a client asks nothing below a field but these fields, and below each of them nothing but what its list
 * names; `true` allows anything.
 */
export function asksOnly(
  info: GraphQLResolveInfo,
  fields: Readonly<Record<string, true | readonly string[]>>,
): boolean {
  let asked = known.get(info.fieldNodes);
  if (!asked) {
    asked = below(
      info.fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      info.fragments,
    );
    known.set(info.fieldNodes, asked);
  }
  return [...asked].every(([name, sets]) => {
    const allowed = fields[name];
    if (allowed === undefined || allowed === true) return allowed === true;
    return [...below(sets, info.fragments).keys()].every((each) => allowed.includes(each));
  });
}

function below(sets: readonly SelectionSetNode[], fragments: GraphQLResolveInfo['fragments']): Asked {
  const found = new Map<string, SelectionSetNode[]>();
  const walk = ({ selections }: SelectionSetNode): void => {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const name = selection.name.value;
        found.set(name, [...(found.get(name) ?? []), ...(selection.selectionSet ? [selection.selectionSet] : [])]);
      } else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
      else {
        const fragment = fragments[selection.name.value];
        if (fragment) walk(fragment.selectionSet);
      }
    }
  };
  sets.forEach(walk);
  return found;
}
