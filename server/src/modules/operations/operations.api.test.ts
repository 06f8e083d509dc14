import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { makePerson } from '../../../test/factories/identity.ts';
import { jobsDone, jobsOf, silent, testQueue } from '../../../test/jobs.ts';
import { until } from '../../../test/until.ts';
import { type Answer, embeddedWorld, type World } from '../../../test/world.ts';
import { rowsOf } from '../../platform/database/database.ts';
import { installJobs } from '../../platform/jobs/install-jobs.ts';
import { type Jobs, openJobs } from '../../platform/jobs/jobs.ts';
import { FinalFailure } from '../../platform/jobs/run-jobs.ts';

let world: World;
let jobs: Jobs;
let operator: string;
let broken: boolean;
beforeAll(async () => {
  world = await embeddedWorld();
  await installJobs(world.orm, [testQueue]);
  jobs = await openJobs({ orm: world.orm, log: silent, context: world.context });
  jobs.handle(testQueue, async ({ number }) => {
    if (broken) throw new FinalFailure(`no paper for ${number}`);
  });
  await jobs.start();
  operator = await makePerson(world, { operator: true });
});
afterAll(async () => {
  await jobs.stop();
  await world.close();
});
beforeEach(() => sql`delete from pgboss.job`.execute(rowsOf(world.em())));

const runtime = () => ({
  startedAt: world.now,
  embedded: true,
  jobs,
  sockets: () => 3,
  mail: { forget: () => Promise.resolve() },
});
async function ask<Data>(person: string | null, document: string, variables = {}): Promise<Answer<Data>> {
  return world.askIn<Data>({ ...(await world.contextFor(person)), runtime: runtime() }, document, variables);
}
interface Operations {
  operations: {
    server: Record<string, unknown>;
    queues: Record<string, unknown>[];
    deadLetters: { nodes: { id: string; reason: string }[]; totalCount: number; pageInfo: { endCursor: string } };
  };
}
const page = `query ($first: Int, $after: String) { operations {
  server { version nodeVersion startedAt databaseVersion databaseEmbedded databaseBytes logLag sockets memoryBytes }
  queues { queue waiting retrying running done dead dueSince }
  deadLetters(first: $first, after: $after) {
    totalCount nodes { id queue attempts reason addedAt failedAt } pageInfo { endCursor hasNextPage }
  }
} }`;
async function fail(...numbers: number[]): Promise<void> {
  broken = true;
  for (const number of numbers) {
    await jobs.enqueue(world.em(), testQueue, { number });
  }
  await until(async () => (await jobsOf(world, 'dead-letters')).length === numbers.length);
}

test('an operator sees how the server does and what its jobs came to', async () => {
  broken = false;
  await jobs.enqueue(world.em(), testQueue, { number: 1 });
  await jobsDone(world);
  await fail(2);
  const { data, errors } = await ask<Operations>(operator, page);
  expect(errors).toBeUndefined();
  expect(data?.operations.server).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    databaseVersion: expect.stringMatching(/^\d+/),
    databaseEmbedded: true,
    logLag: 0,
    sockets: 3,
  });
  const counts = { waiting: 0, retrying: 0, running: 0, done: 1, dead: 1, dueSince: null };
  expect(data?.operations.queues).toContainEqual({ queue: 'test', ...counts });
  expect(data?.operations.deadLetters).toMatchObject({
    totalCount: 1,
    nodes: [{ queue: 'test', attempts: 1, reason: 'no paper for 2' }],
  });
});

test('failed jobs come page by page, the last one first', async () => {
  await fail(1, 2, 3);
  const first = await ask<Operations>(operator, page, { first: 2 });
  const after = first.data?.operations.deadLetters.pageInfo.endCursor;
  const second = await ask<Operations>(operator, page, { first: 2, after });
  const reasons = [first, second].flatMap(({ data }) => data?.operations.deadLetters.nodes.map((node) => node.reason));
  expect(reasons.toSorted()).toEqual([1, 2, 3].map((number) => `no paper for ${number}`));
});

test('an operator sends a failed job back, or deletes it', async () => {
  await fail(1, 2);
  const [back = '', gone = ''] = (await jobsOf(world, 'dead-letters')).map(({ id }) => id);
  broken = false;
  const retry = 'mutation ($id: ID!) { retryJob(id: $id) { deadLetters { totalCount } } }';
  const erase = 'mutation ($id: ID!) { deleteJob(id: $id) { deadLetters { totalCount } } }';
  expect((await ask(operator, retry, { id: back })).data).toEqual({ retryJob: { deadLetters: { totalCount: 1 } } });
  expect((await ask(operator, retry, { id: back })).code).toBe('NOT_FOUND');
  expect((await ask(operator, retry, { id: 'nonsense' })).code).toBe('NOT_FOUND');
  expect((await ask(operator, erase, { id: gone })).data).toEqual({ deleteJob: { deadLetters: { totalCount: 0 } } });
  await jobsDone(world);
  expect((await jobsOf(world, 'test')).filter(({ state }) => state === 'completed')).toHaveLength(1);
});

describe('nobody else', () => {
  const fields = {
    operations: '{ operations { __typename } }',
    retryJob: 'mutation { retryJob(id: "00000000-0000-7000-8000-000000000000") { __typename } }',
    deleteJob: 'mutation { deleteJob(id: "00000000-0000-7000-8000-000000000000") { __typename } }',
  };
  const people = {
    visitor: async () => null,
    member: () => makePerson(world),
    'unconfirmed operator': () => makePerson(world, { operator: true, verified: false }),
  };
  const refusals = { visitor: 'SIGN_IN_REQUIRED', member: 'FORBIDDEN', 'unconfirmed operator': 'EMAIL_NOT_VERIFIED' };
  const cases = Object.keys(people).flatMap((who) => Object.keys(fields).map((field) => [who, field] as const));
  test.each(cases)('%s: refused %s', async (who, field) => {
    const person = await people[who as keyof typeof people]();
    const { code, data } = await ask(person, fields[field as keyof typeof fields]);
    expect(code).toBe(refusals[who as keyof typeof refusals]);
    expect(data).toBeNull();
  });
});
