import { type DocumentNode, type GraphQLError, getIntrospectionQuery, getOperationAST, parse } from 'graphql';
import { describe, expect, test } from 'vitest';
import { behindSignIn, clientDocuments } from '../../../../test/client-documents.ts';
import { type Sample, sampleVariables, usual } from '../../../../test/sample-arguments.ts';
import { visitor } from '../../../access/actor.rules.ts';
import { makeSchema } from '../../../schema.ts';
import type { Context } from '../../context/context.ts';
import { createAllowance, unlimited, usualAllowance } from './allowance.ts';
import { costOf } from './cost.ts';
import { createGuard } from './guard.ts';
import { freeLimits, type Limits, trustedLimits } from './limits.ts';
import { refusalIn } from './refusal.ts';
import { widthOf } from './width.ts';

const schema = makeSchema();
const guard = createGuard(schema);
const context = { actor: visitor } as Context;

const codeOf = (error: GraphQLError) => {
  const refusal = refusalIn(error);
  return refusal ? [refusal.code, refusal.figures] : [error.extensions.code];
};
const codesOf = async (text: string, variables = {}, by = guard) => {
  const { document, errors } = by.examine(text);
  return (errors ?? (await by.admit(document, { variables }, context))).map(codeOf);
};
const repeated = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => part(i)).join(' ');
const doubling = (count: number) =>
  `{ ...F0 } ${repeated(count, (i) => `fragment F${i} on Query { ...F${i + 1} ...F${i + 1} }`)} fragment F${count} on Query { me { id } }`;

/** The dearest order, in which the page that finds equipment asks by default. */
const dear: Sample = (name, type) => (type === 'EquipmentOrder' ? 'SOONEST' : usual(name, type));

/** What a document costs with variables as large as pages send them; nothing where it is a fragment alone. */
function costOfSample(document: DocumentNode): number {
  const operation = getOperationAST(document);
  if (!operation) return 0;
  const variables = sampleVariables(schema, operation.variableDefinitions ?? [], dear);
  return costOf(schema, document, { variables });
}

describe('what our own pages ask', () => {
  test('needs at most half of every limit', async () => {
    const documents = await clientDocuments();
    expect(documents.length).toBeGreaterThan(30);
    const half = createGuard(schema, { limits: halfOf(freeLimits) });
    for (const { name, text } of documents) {
      const { document, errors } = half.examine(text);
      expect(errors, name).toBeUndefined();
      expect(document && costOfSample(document), `cost of ${name}`).toBeLessThanOrEqual(trustedLimits.cost / 2);
    }
  });

  test('leaves room for a class behind one address, where each opens every other page within a minute', async () => {
    // Whoever is signed in has an allowance of their own.
    const costs = (await clientDocuments(behindSignIn)).map(({ text }) => costOfSample(parse(text)));
    const all = costs.reduce((sum, cost) => sum + cost, 0);
    expect(all).toBeGreaterThan(10_000);
    expect(15 * all).toBeLessThanOrEqual(usualAllowance.perMinute);
  });
});

const halfOf = (limits: Limits): Limits =>
  Object.fromEntries(Object.entries(limits).map(([figure, limit]) => [figure, limit / 2])) as unknown as Limits;

describe('a document', () => {
  test('with the whole schema is answered', async () => {
    expect(await codesOf(getIntrospectionQuery())).toEqual([]);
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
      ['OPERATION_TOO_DEEP', { figure: 'depth', value: 300, limit: 16 }],
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
  ])('with %s is refused', async (_what, text, refusal) => {
    expect(await codesOf(text)).toEqual([refusal]);
  });

  test('is told its first five mistakes', async () => {
    expect(await codesOf(`{ ${repeated(19, (i) => `nonsense${i}`)} }`)).toHaveLength(freeLimits.mistakes + 1);
  });

  test('is measured in no more steps than it has parts', () => {
    // Expanded, this has more fields than a computer could count in its life.
    expect(widthOf(parse(doubling(300))).rootFields).toBe(2 ** 300);
  });

  test('is examined once', () => {
    const text = '{ me { id name } }';
    expect(guard.examine(text).document).toBe(guard.examine(text).document);
  });
});

describe('the cost of a list', () => {
  const list = 'query ($n: Int = 13) { centres(first: $n) { nodes { id equipment { id } } } }';
  const search = 50;
  const cost = (text: string, variables: Record<string, unknown> = {}) => costOf(schema, parse(text), { variables });

  test('grows with the rows asked for, in the text or in a variable', () => {
    // For each row of the page: nodes, id, equipment and ten rows of it.
    expect(cost('{ centres(first: 20) { nodes { id equipment { id } } } }')).toBe(search + 20 * 13);
    expect(cost(list, { n: 20 })).toBe(search + 20 * 13);
    expect(cost(list)).toBe(search + 13 * 13);
    expect(cost('{ centres { nodes { id equipment { id } } } }')).toBe(search + 24 * 13);
    expect(cost('{ centres(first: 20) { ...Rows } } fragment Rows on CentreConnection { nodes { id } }')).toBe(
      search + 20 * 2,
    );
  });

  test('counts each search of its own', () => {
    expect(cost('{ centres(first: 20) { totalCount } }')).toBe(2 * search);
    expect(cost('{ centres(first: 20) { totalCount nodes { id } } }')).toBe(2 * search + 20 * 2);
    expect(cost('{ centres { facets { cities { count } models { count } } pageInfo { endCursor } } }')).toBe(
      3 * search + 24 * 3,
    );
  });

  test('grows with the words that are looked for, in each search', () => {
    const text = 'query ($text: String) { centres(first: 20, filter: { text: $text }) { totalCount } }';
    expect(cost(text, { text: 'lazeris' })).toBe(2 * (search + 400));
    expect(cost(text, { text: 'vienas du trys keturi' })).toBe(2 * (search + 1600));
  });

  test('grows with the days of a free time', () => {
    const text =
      'query ($until: DateTimeISO!) { searchEquipment(filter: { freeFrom: "2026-12-01T08:00:00Z", freeUntil: $until }) { totalCount } }';
    const [day, week] = ['2026-12-01T20:00:00Z', '2026-12-08T08:00:00Z'].map((until) => cost(text, { until }));
    expect(week).toBeGreaterThan(2 * (day ?? 0));
  });

  test('is that of an operation that takes turns where all that is free has to be known before the first', () => {
    const text =
      'query ($order: EquipmentOrder) { searchEquipment(first: 1, filter: { freeFrom: "2026-12-01T08:00:00Z", freeUntil: "2026-12-01T20:00:00Z", order: $order }) { nodes { distance } } }';
    expect(cost(text, { order: 'NAME' })).toBeLessThan(usualAllowance.costly);
    expect(cost(text, { order: 'SOONEST' })).toBeGreaterThanOrEqual(usualAllowance.costly);
  });

  test('grows with the days and the equipment of a timeline', () => {
    const text =
      'query ($ids: [ID!]!, $until: DateTimeISO!) { timeline(equipmentIds: $ids, startsAt: "2026-12-01T00:00:00Z", endsAt: $until) { lanes { open { startsAt } } } }';
    const [one, month] = ['2026-12-02T00:00:00Z', '2027-01-01T00:00:00Z'];
    const ids = (count: number) => Array.from({ length: count }, () => 'id');
    expect(cost(text, { ids: ids(1), until: month })).toBeGreaterThan(cost(text, { ids: ids(1), until: one }));
    expect(cost(text, { ids: ids(1000), until: month })).toBeGreaterThan(trustedLimits.cost);
  });

  test('counts every root field', () => {
    expect(cost('{ liveCursor }')).toBe(50);
    expect(cost('{ a: liveCursor b: liveCursor c: __typename }')).toBe(101);
  });

  test('is refused where the variables make it too large', async () => {
    const text =
      'query ($n: Int) { centres(first: $n) { nodes { equipment { id name centre { id name slug zone website city { id slug name } } } } } }';
    const tooCostly = ['TOO_COSTLY', { figure: 'cost', value: search + 100 * (2 + 10 * 12), limit: 10_000 }];
    expect(await codesOf(text, { n: 10 })).toEqual([]);
    expect(await codesOf(text, { n: 100 })).toEqual([tooCostly]);
    expect(await codesOf(text, { n: 10 })).toEqual([]);
  });

  test.each([
    ['left out', undefined, 24],
    ['null', null, 100],
    ['none', -1, 1],
    ['more than there may be', 1_000_000, 100],
  ])('whose size is %s counts at least as it will be read', (_, n, rows) => {
    const text = 'query ($n: Int) { centres(first: $n) { nodes { id } } }';
    expect(cost(text, n === undefined ? {} : { n })).toBe(search + rows * 2);
  });

  test('of the schema does not multiply', () => {
    expect(cost(getIntrospectionQuery())).toBe(500);
  });
});

describe('an asker', () => {
  const text = '{ liveCursor }';
  const asker = (address: string) => ({ ...context, address }) as Context;
  const spending = (perMinute: number) =>
    createGuard(schema, { allowance: createAllowance({ ...usualAllowance, perMinute }) });
  const refusals = async (by: ReturnType<typeof createGuard>, ctx: Context) => {
    const document = parse(text);
    return (await by.admit(document, {}, ctx)).map(codeOf);
  };

  test('who has spent the allowance of a minute is told when to come back, and nobody else is', async () => {
    const by = spending(120);
    for (const _again of [1, 2]) expect(await refusals(by, asker('203.0.113.9'))).toEqual([]);
    expect(await refusals(by, asker('203.0.113.9'))).toEqual([['TRY_LATER', { retryAfter: 60 }]]);
    expect(await refusals(by, asker('203.0.113.10'))).toEqual([]);
  });

  test('takes turns with oneself where operations are costly', async () => {
    const allowance = createAllowance({ ...usualAllowance, costlyPerAsker: 2, inFlight: 5 });
    const open: (() => void)[] = [];
    let running = 0;
    const costly = () =>
      allowance.run('203.0.113.9', usualAllowance.costly, async () => {
        running += 1;
        await new Promise<void>((end) => open.push(end));
      });
    const five = [costly(), costly(), costly(), costly(), costly()];
    await expect(costly()).rejects.toMatchObject({ code: 'TRY_LATER', figures: { retryAfter: 1 } });
    expect(await allowance.run('203.0.113.10', 1, () => 'answered')).toBe('answered');
    expect(running).toBe(2);
    while (running < 5 || open.length > 0) {
      open.shift()?.();
      await Promise.resolve();
    }
    await Promise.all(five);
  });
});

test('where nothing is counted, everything is answered at once', async () => {
  const allowance = createAllowance(unlimited);
  const many = Array.from({ length: 200 }, () => allowance.run('203.0.113.9', 1_000_000, () => 'answered'));
  expect(new Set(await Promise.all(many))).toEqual(new Set(['answered']));
});

describe('a trusted document', () => {
  const id = `sha256:${'a'.repeat(64)}`;
  const text =
    'query ($n: Int) { centres(first: $n) { nodes { equipment { id name centre { id name slug zone website } } } } }';
  const trusted = new Map([[id, text]]);
  const trusting = createGuard(schema, { trusted, limits: { ...freeLimits, cost: 100 } });

  test('is run by its id, and may cost more than what others write', async () => {
    expect(await codesOf(id, { n: 20 }, trusting)).toEqual([]);
    const others = text.replace('$n: Int', '$n: Int ');
    expect(await codesOf(others, { n: 20 }, trusting)).toMatchObject([['TOO_COSTLY', { limit: 100 }]]);
  });

  test('is not made by asking for it', async () => {
    expect(await codesOf(`sha256:${'b'.repeat(64)}`, {}, trusting)).toEqual([['DOCUMENT_UNKNOWN', {}]]);
  });
});

test('a schema that is not to be asked for is not told, also not by way of suggestions', () => {
  const closed = createGuard(schema, { introspection: false });
  expect(closed.examine('{ __schema { types { name } } }').errors).toHaveLength(2);
  const [mistake] = closed.examine('{ mee { id } }').errors ?? [];
  expect(mistake?.message).toBe('Cannot query field "mee" on type "Query".');
});
