import { OperationTypeNode } from 'graphql';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeSchema } from '../src/schema.ts';
import { errorCodes } from '../src/shared/errors.ts';
import { type AccessWorld, accessWorld, type Role } from './access-world.ts';
import { type DearOperation, dearestOperation } from './dearest-operations.ts';
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
  return undefined;
};
/** What is needed beside: the things of one person at one centre. */
const needed: Record<string, () => Record<string, unknown>> = {
  centre: () => ({ slug: access.centre.slug }),
  equipment: () => ({ id: access.equipment.id }),
  post: () => ({ id: access.posts.open }),
  booking: () => ({ id: access.booking }),
};

async function outcomeOf(role: Role, { query, variables }: DearOperation): Promise<string> {
  const context = {
    ...(await access.world.contextFor(role === 'visitor' ? null : access.personOf(role))),
    address: '203.0.113.9',
  };
  const { code } = await access.world.askIn(context, query, variables);
  return code ?? 'answered';
}

/** The outcomes of ever smaller operations, until one is no longer too large or too costly. */
async function outcomes(role: Role, kind: OperationTypeNode, name: string): Promise<string[]> {
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
      const outcome = await outcomeOf(role, operation);
      seen.push(outcome);
      if (!/^(TOO|OPERATION|DOCUMENT)_/.test(outcome)) return seen;
    }
  }
  return seen;
}

describe('the dearest operation that the schema allows', () => {
  const names = (kind: OperationTypeNode) => Object.keys(schema.getRootType(kind)?.getFields() ?? {});

  test.each(names(OperationTypeNode.QUERY))('of %s is answered, or refused in a way that says why', async (name) => {
    for (const role of ['visitor', 'owner'] as const) {
      const seen = await outcomes(role, OperationTypeNode.QUERY, name);
      const unexpected = seen.filter((outcome) => outcome !== 'answered' && !refusals.includes(outcome as never));
      expect(unexpected, seen.join()).toEqual([]);
      expect(
        ['answered', 'NOT_FOUND', 'SIGN_IN_REQUIRED', 'FORBIDDEN', 'BAD_INPUT', 'TOO_COSTLY'],
        `${role}: ${seen}`,
      ).toContain(seen.at(-1));
    }
  });
});
