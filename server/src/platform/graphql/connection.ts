import { type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { badInput, DomainError } from '../../shared/errors.ts';
import {
  decodeKeyset,
  encodeKeyset,
  type Keyset,
  type KeysetColumn,
  largestPage,
  type PageOf,
} from '../database/paging/pagination.rules.ts';
import { anotherSearch } from './complexity.ts';
import { Allow, asParent } from './policy.ts';

@Allow(asParent)
@ObjectType({ description: 'Where a page of a list begins and ends.', simpleResolvers: true })
export class PageInfo {
  @Field(() => String, { nullable: true, description: 'Cursor of the first row of the page; null where it is empty.' })
  startCursor: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last row; send it as `after` for the next page.' })
  endCursor: string | null;

  @Field(() => Boolean, { description: 'Whether rows follow after this page.' })
  hasNextPage: boolean;

  @Field(() => Boolean, { description: 'Whether this page was asked for after another.' })
  hasPreviousPage: boolean;
}

/** A page's edges, nodes and information; `count` runs only where the total is asked for. */
export interface ConnectionValue<Node> {
  edges: { cursor: string; node: Node }[];
  nodes: Node[];
  pageInfo: PageInfo;
  totalCount: () => Promise<number>;
}

/** The GraphQL types `XEdge` and `XConnection` of a node type (an object type or an interface). */
export function connectionOf<Node extends object>(name: string, node: () => ClassType<Node> | object) {
  const type = node as () => ClassType<Node>;
  @Allow(asParent)
  @ObjectType(`${name}Edge`, { description: 'One row of a list with its place in it.', simpleResolvers: true })
  class Edge {
    @Field(() => String, {
      description: 'The place of the row in this list; send it as `after` to continue behind it.',
    })
    cursor: string;

    @Field(type, { description: 'The row itself.' })
    node: Node;
  }

  @Allow(asParent)
  @ObjectType({ description: 'One page of a list.', simpleResolvers: true })
  abstract class Connection implements Omit<ConnectionValue<Node>, 'totalCount'> {
    @Field(() => [Edge], { description: 'The rows of this page with their cursors.' })
    edges: Edge[];

    @Field(() => [type()], { description: 'The rows of this page without cursors.' })
    nodes: Node[];

    @Field(() => PageInfo, { description: 'Where this page begins and ends.' })
    pageInfo: PageInfo;

    @Field(() => Int, {
      complexity: anotherSearch,
      simple: true,
      description: 'How many rows the whole list has for this actor.',
    })
    totalCount: () => Promise<number>;
  }
  return Connection;
}

/**
 * Validates `first` (1 to 100) and `after`. Throws BAD_INPUT or CURSOR_INVALID.
 */
export function pageRequest(
  first: number,
  after: string | null | undefined,
  types: readonly KeysetColumn[],
): { first: number; after: Keyset | undefined } {
  if (!Number.isInteger(first) || first < 1 || first > largestPage) {
    throw badInput([{ field: 'first', message: { key: 'errors.pageSize', parameters: { largest: largestPage } } }]);
  }
  if (after === null || after === undefined) return { first, after: undefined };
  const keyset = decodeKeyset(after, types);
  if (!keyset) throw new DomainError('CURSOR_INVALID');
  return { first, after: keyset };
}

/** A connection from a page of rows; `count` is run only where a client asks for `totalCount`. */
export function connect<Row, Node>(
  page: PageOf<Row>,
  after: Keyset | undefined,
  keysetOf: (row: Row) => Keyset,
  nodeOf: (row: Row) => Node,
  count: () => Promise<number>,
): ConnectionValue<Node> {
  const nodes = page.rows.map(nodeOf);
  const cursorOf = (row: Row | undefined) => (row === undefined ? null : encodeKeyset(keysetOf(row)));
  return {
    nodes,
    get edges() {
      return page.rows.map((row, index) => ({ cursor: encodeKeyset(keysetOf(row)), node: nodes[index] as Node }));
    },
    get pageInfo() {
      return {
        startCursor: cursorOf(page.rows[0]),
        endCursor: cursorOf(page.rows.at(-1)),
        hasNextPage: page.hasNextPage,
        hasPreviousPage: after !== undefined,
      };
    },
    totalCount: count,
  };
}

/**
 * A connection whose page is read only where a client asks for more than `totalCount`; `read` may be called for
 * each of its fields.
 */
export function connectLater<Connection extends object>(
  fields: readonly (keyof Connection & string)[],
  read: () => Promise<Connection>,
  totalCount: () => Promise<number>,
): Connection {
  const later = fields.map((field) => [field, async () => (await read())[field]] as const);
  return { ...Object.fromEntries(later), totalCount } as unknown as Connection;
}
