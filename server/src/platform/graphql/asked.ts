import { type FieldNode, type GraphQLResolveInfo, Kind, type SelectionSetNode } from 'graphql';

type Fragments = GraphQLResolveInfo['fragments'];

/** What a client asks below a field, whatever the type of what it finds there. */
export class Asked {
  readonly #sets: readonly SelectionSetNode[];
  readonly #fragments: Fragments;
  #fields: ReadonlyMap<string, Asked> | undefined;

  constructor(sets: readonly SelectionSetNode[], fragments: Fragments) {
    this.#sets = sets;
    this.#fragments = fragments;
  }

  /** The fields by name, each with what is asked below it, under whatever alias. */
  get fields(): ReadonlyMap<string, Asked> {
    this.#fields ??= this.#found();
    return this.#fields;
  }

  /** Nothing but these fields, and below each of them nothing but what its list names; `true` allows anything. */
  isOnly(fields: Readonly<Record<string, true | readonly string[]>>): boolean {
    return [...this.fields].every(([name, below]) => {
      const allowed = fields[name];
      if (allowed === undefined || allowed === true) return allowed === true;
      return [...below.fields.keys()].every((each) => allowed.includes(each));
    });
  }

  #found(): ReadonlyMap<string, Asked> {
    const found = new Map<string, SelectionSetNode[]>();
    const walk = ({ selections }: SelectionSetNode): void => {
      for (const selection of selections) {
        if (selection.kind === Kind.FIELD) {
          const name = selection.name.value;
          found.set(name, [...(found.get(name) ?? []), ...(selection.selectionSet ? [selection.selectionSet] : [])]);
        } else if (selection.kind === Kind.INLINE_FRAGMENT) walk(selection.selectionSet);
        else {
          const fragment = this.#fragments[selection.name.value];
          if (fragment) walk(fragment.selectionSet);
        }
      }
    };
    this.#sets.forEach(walk);
    return new Map([...found].map(([name, sets]) => [name, new Asked(sets, this.#fragments)]));
  }
}

const known = new WeakMap<readonly FieldNode[], Asked>();

/** What a client asks below the field that is answered now. */
export function askedBelow({ fieldNodes, fragments }: Pick<GraphQLResolveInfo, 'fieldNodes' | 'fragments'>): Asked {
  let asked = known.get(fieldNodes);
  if (!asked) {
    asked = new Asked(
      fieldNodes.flatMap(({ selectionSet }) => selectionSet ?? []),
      fragments,
    );
    known.set(fieldNodes, asked);
  }
  return asked;
}
