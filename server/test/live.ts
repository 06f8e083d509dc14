import { type ExecutionResult, parse, validate } from 'graphql';
import { pino } from 'pino';
import type { Context } from '../src/platform/context/context.ts';
import { transact } from '../src/platform/context/transact.ts';
import { rowsOf } from '../src/platform/database/database.ts';
import type { NewEvent } from '../src/platform/events/define-event.ts';
import type { LogEntry } from '../src/platform/events/event-log.reader.ts';
import { record } from '../src/platform/events/record.ts';
import { presentError } from '../src/platform/graphql/present-error.ts';
import type { Locale } from '../src/platform/i18n/locale.rules.ts';
import { createHub, type Delivery, type Hub, type HubOptions } from '../src/platform/realtime/hub/hub.ts';
import { subscribe } from '../src/platform/realtime/subscriptions/subscribe.ts';
import { makeSchema } from '../src/schema.ts';
import type { Answer, World } from './world.ts';

export const testLog = pino({ level: process.env.LOG_LEVEL ?? 'error' });

/** A live hub over the world's database; the world's commits wake it. */
export interface LiveWorld {
  readonly hub: Hub;
  /**
   * Subscribes as a person (by id) or a visitor (null); the answers as a client sees them, who takes as long
   * as `reading` for each that is replayed.
   */
  follow<Data>(
    personId: string | null,
    document: string,
    variables?: Record<string, unknown>,
    options?: { locale?: Locale; reading?: () => Promise<void> },
  ): Promise<AsyncGenerator<Answer<Data>, void>>;
  /** Records events in one transaction each, in order. */
  record(...events: readonly Partial<NewEvent>[]): Promise<void>;
  stop(): Promise<void>;
}

/** Starts a hub that reads only when woken, so that what arrives arrived by a wake-up. */
export function liveOn(world: World, options: Partial<HubOptions> = {}): LiveWorld {
  const hub = createHub({
    database: rowsOf(world.em()),
    log: testLog,
    poll: 600_000,
    coalesce: 1,
    now: () => world.now,
    ...options,
  });
  const schema = makeSchema();
  world.wake = hub.wake;

  async function contextFor(personId: string | null, locale: Locale, flushed: () => Promise<void>): Promise<Context> {
    const renew = () => contextFor(personId, locale, flushed);
    return { ...(await world.contextFor(personId, { locale })), live: { hub, renew, flushed } };
  }

  return {
    hub,
    async follow<Data>(
      personId: string | null,
      document: string,
      variableValues: Record<string, unknown> = {},
      { locale = 'en', reading = async () => {} }: { locale?: Locale; reading?: () => Promise<void> } = {},
    ) {
      const parsed = parse(document);
      const problems = validate(schema, parsed);
      if (problems.length > 0) throw problems[0];
      const contextValue = await contextFor(personId, locale, reading);
      const results = await subscribe({ schema, document: parsed, variableValues, contextValue });
      const shown = ({ data, errors }: ExecutionResult) =>
        answerOf<Data>({ data, errors: errors?.map((error) => presentError(error, locale, testLog)) });
      return Symbol.asyncIterator in results ? eagerly(results, shown) : once(shown({ data: null, ...results }));
    },
    async record(...events) {
      const ctx = await world.contextFor(null);
      for (const event of events) await transact(ctx, async (tx) => record(tx, { ...sample, ...event }));
    },
    stop: () => hub.stop(),
  };
}

const sample: NewEvent = { type: 'test.happened', topics: ['test'], subject: {}, audiences: ['public'] };

async function* once<Item>(item: Item): AsyncGenerator<Item, void> {
  yield item;
}

type Payload = Pick<Answer<unknown>, 'data' | 'errors'>;

const answerOf = <Data>({ data, errors }: Payload): Answer<Data> => ({
  data: data as Data,
  errors,
  code: errors?.[0]?.extensions?.code as string | undefined,
});

/** Takes the results as they come, as graphql-ws does; `return` ends it also while it waits. */
function eagerly<Data>(
  results: AsyncGenerator<ExecutionResult, void>,
  shown: (result: ExecutionResult) => Answer<Data>,
): AsyncGenerator<Answer<Data>, void> {
  const arrived: Answer<Data>[] = [];
  let arrival = Promise.withResolvers<void>();
  const over = (async () => {
    for await (const result of results) {
      arrived.push(shown(result));
      arrival.resolve();
    }
  })();
  over.catch(() => {});
  const seen: AsyncGenerator<Answer<Data>, void> = {
    next: async () => {
      if (arrived.length === 0) await Promise.race([arrival.promise, over]);
      arrival = Promise.withResolvers();
      const value = arrived.shift();
      return value ? { done: false, value } : { done: true, value: undefined };
    },
    return: async () => {
      await results.return();
      return { done: true, value: undefined };
    },
    throw: async (error) => {
      throw error;
    },
    [Symbol.asyncIterator]: () => seen,
    [Symbol.asyncDispose]: async () => {
      await results.return();
    },
  };
  return seen;
}

/** The next items of a stream, as many as asked for; fewer only where it ends. */
export async function take<Item>(stream: AsyncGenerator<Item, void>, count: number): Promise<Item[]> {
  const items: Item[] = [];
  while (items.length < count) {
    const step = await stream.next();
    if (step.done) break;
    items.push(step.value);
  }
  return items;
}

/** The next entries of a hub's stream, however they come in batches; a gap is an error. */
export async function takeEntries(stream: AsyncGenerator<Delivery, void>, count: number): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  while (entries.length < count) {
    const step = await stream.next();
    if (step.done) break;
    if (step.value.kind === 'gap') throw new Error('the stream has a gap');
    entries.push(...step.value.entries);
  }
  return entries;
}
