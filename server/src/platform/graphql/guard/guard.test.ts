import { type GraphQLError, getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { clientDocuments } from '../../../../test/client-documents.ts';
import { makeSchema } from '../../../schema.ts';
import { DomainError } from '../../../shared/errors.ts';
import { costOf } from './cost.ts';
import { createGuard } from './guard.ts';
import { freeLimits } from './limits.ts';
import { sizeOf } from './size.ts';

const schema = makeSchema();
const guard = createGuard(schema);

const codesOf = (text: string, variables = {}) => {
  const { document, errors } = guard.examine(text);
  const costly = document && guard.tooCostly(document, { variables });
  return (costly ? [costly] : (errors ?? [])).map((each) =>
    each instanceof DomainError ? [each.code, each.figures] : [(each as GraphQLError).extensions.code],
  );
};
const repeated = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const doubling = (count: number) =>
  `{ ...F0 } ${repeated(count, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${count} on Query { me { id } }`;

describe('what our own pages ask', () => {
  test('needs at most half of every limit', async () => {
    const documents = await clientDocuments();
    expect(documents.length).toBeGreaterThan(30);
    for (const { name, text } of documents) {
      const { document, errors } = guard.examine(text);
      if (!document) throw new Error(`${name}: ${errors[0]?.message}`);
      const operation = getOperationAST(document);
      const figures = {
        ...sizeOf(document),
        characters: text.length,
        definitions: document.definitions.length,
        cost: operation ? costOf(schema, document, operation, {}) : 0,
      };
      for (const [figure, value] of Object.entries(figures)) {
        expect(value, `${figure} of ${name}`).toBeLessThanOrEqual(freeLimits[figure as keyof typeof figures] / 2);
      }
    }
  });
});

describe('a document', () => {
  test('with the whole schema is answered', () => {
    expect(codesOf(getIntrospectionQuery())).toEqual([]);
  });

  test.each([
    [
      'a thousand levels',
      '{a'.repeat(1000) + '}'.repeat(1000),
      ['DOCUMENT_TOO_LARGE', { figure: 'tokens', value: 1001, limit: 1000 }],
    ],
    [
      'three hundred levels',
      '{a'.repeat(300) + '}'.repeat(300),
      ['OPERATION_TOO_DEEP', { figure: 'depth', value: 300, limit: 15 }],
    ],
    [
      'much text',
      `{ me { id } } #${'x'.repeat(30_000)}`,
      ['DOCUMENT_TOO_LARGE', { figure: 'characters', value: 30_015, limit: 20_000 }],
    ],
    [
      'many fragments',
      `{ me { id } } ${repeated(60, (i) => `fragment F${i} on Me { id }`)}`,
      ['DOCUMENT_TOO_LARGE', { figure: 'definitions', value: 61, limit: 40 }],
    ],
    [
      'aliases of one field',
      `{ me { ${repeated(50, (i) => `a${i}: id`)} } }`,
      ['OPERATION_TOO_WIDE', { figure: 'aliases', value: 50, limit: 30 }],
    ],
    [
      'many questions at once',
      `{ ${repeated(25, () => 'liveCursor')} }`,
      ['OPERATION_TOO_WIDE', { figure: 'rootFields', value: 25, limit: 20 }],
    ],
    [
      'one field again and again',
      `{ me { ${repeated(200, () => 'id')} } }`,
      ['OPERATION_TOO_WIDE', { figure: 'repeats', value: 40_001, limit: 1500 }],
    ],
    [
      '14 fragments that double',
      doubling(14),
      ['OPERATION_TOO_WIDE', { figure: 'rootFields', value: 2 ** 14, limit: 20 }],
    ],
    [
      'fragments within each other',
      '{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }',
      ['GRAPHQL_VALIDATION_FAILED'],
    ],
    ['no sense', '{ me { nonsense } }', ['GRAPHQL_VALIDATION_FAILED']],
    ['no end', '{ me {', ['GRAPHQL_PARSE_FAILED']],
  ])('with %s is refused', (_what, text, refusal) => {
    expect(codesOf(text)).toEqual([refusal]);
  });

  test('is told its first five mistakes', () => {
    expect(codesOf(`{ ${repeated(19, (i) => `nonsense${i}`)} }`)).toHaveLength(freeLimits.mistakes + 1);
  });

  test('is measured in no more steps than it has parts', () => {
    // Expanded, this has more fields than a computer could count in its life.
    expect(sizeOf(parse(doubling(300))).rootFields).toBe(2 ** 300);
  });

  test('is examined once', () => {
    const text = '{ me { id name } }';
    expect(guard.examine(text).document).toBe(guard.examine(text).document);
  });
});

describe('the cost of a list', () => {
  const list = 'query ($n: Int = 3) { centres(first: $n) { nodes { id equipment { id } } } }';
  /** Of `centres` and its `nodes`. */
  const search = 50 + 1;
  const cost = (text: string, variables: Record<string, unknown> = {}) => {
    const document = parse(text);
    const operation = getOperationAST(document);
    return operation ? costOf(schema, document, operation, variables) : undefined;
  };

  test('grows with the rows asked for, in the text or in a variable', () => {
    // The search and its nodes, then for each row: id, equipment and ten rows of it.
    expect(cost('{ centres(first: 20) { nodes { id equipment { id } } } }')).toBe(search + 20 * (1 + 1 + 10));
    expect(cost(list, { n: 20 })).toBe(search + 20 * 12);
    expect(cost(list)).toBe(search + 3 * 12);
    expect(cost('{ centres { nodes { id equipment { id } } } }')).toBe(search + 24 * 12);
    expect(cost('{ centres(first: 20) { ...Rows } } fragment Rows on CentreConnection { nodes { id } }')).toBe(
      search + 20,
    );
  });

  test('tells what is counted or searched apart from its rows', () => {
    expect(cost('{ centres(first: 20) { totalCount } }')).toBe(50 + 50);
    expect(cost('{ centres(first: 20) { totalCount facets { cities { count } } } }')).toBe(50 + 50 + 1 + 100 + 30);
    expect(cost('{ centrePoints { id } }')).toBe(100 + 100);
  });

  test('is refused where the variables make it too large', () => {
    const text =
      'query ($n: Int) { centres(first: $n) { nodes { equipment { id name centre { id name slug zone website city { id slug name } } } } } }';
    const tooCostly = ['OPERATION_TOO_COSTLY', { figure: 'cost', value: search + 100 * (1 + 10 * 12), limit: 10_000 }];
    expect(codesOf(text, { n: 10 })).toEqual([]);
    expect(codesOf(text, { n: 100 })).toEqual([tooCostly]);
    expect(codesOf(text, { n: 10 })).toEqual([]);
    expect(codesOf(text, { n: 100 })).toEqual([tooCostly]);
  });

  test.each([
    ['left out', undefined, 24],
    ['null', null, 24],
    ['none', -1, 1],
    ['a text', '5', 100],
    ['more than there may be', 1e9, 100],
  ])('whose size is %s counts as it will be read', (_, n, rows) => {
    const text = 'query ($n: Int) { centres(first: $n) { nodes { id } } }';
    expect(cost(text, n === undefined ? {} : { n })).toBe(search + rows);
  });

  test('of the schema does not multiply', () => {
    expect(cost(getIntrospectionQuery())).toBe(500);
  });
});

describe('a trusted document', () => {
  const id = `sha256:${'a'.repeat(64)}`;
  const text =
    'query ($n: Int) { centres(first: $n) { nodes { equipment { id name centre { id name slug zone website } } } } }';
  const trusting = createGuard(schema, { trusted: new Map([[id, text]]), limits: { ...freeLimits, cost: 100 } });

  test('is run by its id, and may cost more than what others write', () => {
    const own = trusting.examine(id).document ?? parse('{ __typename }');
    const others = trusting.examine(text).document ?? parse('{ __typename }');
    expect(trusting.tooCostly(own, { variables: { n: 20 } })).toBeUndefined();
    expect(trusting.tooCostly(others, { variables: { n: 20 } })?.code).toBe('OPERATION_TOO_COSTLY');
  });

  test('is not made by asking for it', () => {
    const [unknown] = trusting.examine(`sha256:${'b'.repeat(64)}`).errors ?? [];
    expect(unknown).toMatchObject({ code: 'DOCUMENT_UNKNOWN' });
  });
});

test('a schema that is not to be asked for is not told, also not by way of suggestions', () => {
  const closed = createGuard(schema, { introspection: false });
  expect(closed.examine('{ __schema { types { name } } }').errors).toHaveLength(2);
  const [mistake] = closed.examine('{ mee { id } }').errors ?? [];
  expect(mistake?.message).toBe('Cannot query field "mee" on type "Query".');
});
