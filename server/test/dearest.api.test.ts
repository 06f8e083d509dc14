import { OperationTypeNode } from 'graphql';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createGuard } from '../src/platform/graphql/guard/guard.ts';
import { presentError } from '../src/platform/graphql/present-error.ts';
import { makeSchema } from '../src/schema.ts';
import { errorCodes } from '../src/shared/errors.ts';
import type { Role } from './access-people.ts';
import { type AccessWorld, accessWorld } from './access-world.ts';
import { type DearOperation, dearestOperation } from './dearest-operations.ts';
import { makePerson } from './factories/identity.ts';
import type { Sample } from './sample-arguments.ts';

const schema = makeSchema();
const faults = ['INTERNAL', 'UNAVAILABLE'];
const refusals = errorCodes.filter((code) => !faults.includes(code));

let access: AccessWorld;
beforeAll(async () => {
  access = await accessWorld();
});
afterAll(() => access.close());

const day = 24 * 60 * 60 * 1000;
const after = (days: number) => new Date(access.world.now.getTime() + days * day).toISOString();

/** Ten words, a fortnight, a hundred ids; what would only narrow a search is left out. */
const dearest: Sample = (name, type) => {
  if (name === 'text') return 'a e i o u s t r l n';
  if (name === 'near') return {};
  if (name === 'latitude') return 54.7;
  if (name === 'longitude') return 25.3;
  if (type === '[ID]')
    return name === 'equipmentIds' ? Array.from({ length: 100 }, () => access.equipment.id) : undefined;
  if (name === 'equipmentId') return access.equipment.id;
  if (/^(starts|free)(At|From)$/.test(name)) return after(1);
  if (/^(ends|free)(At|Until)$/.test(name)) return after(15);
  if (name === 'minutes') return 60;
  if (name === 'body') return '|a|b|\n|-|-|\n'.padEnd(20_000, '|*x*|`y`|\n');
  return undefined;
};
/** What is needed beside: the things of one person at one centre. */
const needed: Record<string, () => Record<string, unknown>> = {
  centre: () => ({ slug: access.centre.slug }),
  equipment: () => ({ id: access.equipment.id }),
  post: () => ({ id: access.posts.open }),
  booking: () => ({ id: access.booking }),
};

async function outcomeOf(personId: string | null, { query, variables }: DearOperation): Promise<string> {
  const context = { ...(await access.world.contextFor(personId)), address: '203.0.113.9' };
  const { code } = await access.world.askIn(context, query, variables);
  return code ?? 'answered';
}

/** The outcomes of ever smaller operations, until one is no longer too large or too costly. */
async function outcomes(personId: string | null, kind: OperationTypeNode, name: string): Promise<string[]> {
  const dear: Sample = (argument, type) => needed[name]?.()[argument] ?? dearest(argument, type);
  const seen: string[] = [];
  for (const depth of [5, 4, 3, 2, 1]) {
    for (const rows of [100, 20]) {
      let operation: DearOperation;
      try {
        operation = dearestOperation(schema, kind, name, { depth, rows, dear });
      } catch {
        continue;
      }
      const outcome = await outcomeOf(personId, operation);
      seen.push(outcome);
      if (!/^(TOO|OPERATION|DOCUMENT)_/.test(outcome)) return seen;
    }
  }
  return seen;
}

const idOf = (role: Role) => (role === 'visitor' ? null : access.personOf(role));
const unexpectedIn = (seen: readonly string[]) =>
  seen.filter((outcome) => outcome !== 'answered' && !refusals.includes(outcome as never));

describe('the dearest operation that the schema allows', () => {
  const names = (kind: OperationTypeNode) => Object.keys(schema.getRootType(kind)?.getFields() ?? {});

  test.each(names(OperationTypeNode.QUERY))('of %s is answered, or refused in a way that says why', async (name) => {
    for (const role of ['visitor', 'owner'] as const) {
      const seen = await outcomes(idOf(role), OperationTypeNode.QUERY, name);
      expect(unexpectedIn(seen), seen.join()).toEqual([]);
      expect(
        ['answered', 'NOT_FOUND', 'SIGN_IN_REQUIRED', 'FORBIDDEN', 'BAD_INPUT', 'TOO_COSTLY'],
        `${role}: ${seen}`,
      ).toContain(seen.at(-1));
    }
  });

  test.each(names(OperationTypeNode.MUTATION))('of %s is done, or refused in a way that says why', async (name) => {
    // Somebody of their own, as some of it ends the account.
    for (const personId of [null, await makePerson(access.world)]) {
      const seen = await outcomes(personId, OperationTypeNode.MUTATION, name);
      expect(seen.length).toBeGreaterThan(0);
      expect(unexpectedIn(seen), seen.join()).toEqual([]);
    }
  });

  test.each(names(OperationTypeNode.SUBSCRIPTION))(
    'of %s is taken, or refused in a way that says why',
    async (name) => {
      const guard = createGuard(schema);
      const { query, variables } = dearestOperation(schema, OperationTypeNode.SUBSCRIPTION, name, {
        depth: 5,
        rows: 100,
        dear: (argument, type) => needed[name]?.()[argument] ?? dearest(argument, type),
      });
      const { document, errors = [] } = guard.examine(query);
      const context = { ...(await access.world.contextFor(idOf('owner'))), address: '203.0.113.9' };
      const refused = document ? await guard.admit(document, { variables }, context) : errors;
      const shown = refused.map((error) => presentError(error, 'en', pino({ level: 'silent' })).extensions?.code);
      expect(unexpectedIn(shown as string[])).toEqual([]);
    },
  );
});
