import type { ApolloServer } from '@apollo/server';
import { type EntityManager, MikroORM as PostgresORM } from '@mikro-orm/postgresql';
import type { GraphQLFormattedError } from 'graphql';
import { pino } from 'pino';
import { vi } from 'vitest';
import { type Actor, visitor } from '../src/access/actor.rules.ts';
import { ormOptions } from '../src/database.ts';
import { readActor } from '../src/modules/people/acting-for/actor.reader.ts';
import { type Context, type JobAdder, makeContext } from '../src/platform/context/context.ts';
import type { FileStore } from '../src/platform/context/file-store.ts';
import { connectionOptions } from '../src/platform/database/database.ts';
import { createApollo } from '../src/platform/graphql/apollo.ts';
import { createGuard } from '../src/platform/graphql/guard/guard.ts';
import type { TrustedDocuments } from '../src/platform/graphql/guard/trusted-documents.ts';
import type { Locale } from '../src/platform/i18n/locale.rules.ts';
import { type Jobs, openJobs } from '../src/platform/jobs/jobs.ts';
import { makeSchema } from '../src/schema.ts';
import { defaultNow } from './clock.ts';
import { borrowDatabase } from './embedded-database.ts';
import { migratedDatabase } from './postgres.ts';

/** What a client sees of an answer. */
export interface Answer<Data = Record<string, unknown>> {
  readonly data: Data | null | undefined;
  readonly errors: readonly GraphQLFormattedError[] | undefined;
  /** `extensions.code` of the first error. */
  readonly code: string | undefined;
}

/** One installation for one test file: a real database, our schema, and a clock that the test sets. */
export interface World {
  readonly orm: PostgresORM;
  /** The pipeline that answers `ask`. */
  readonly apollo: ApolloServer<Context>;
  /** A fresh entity manager, to arrange and to look. */
  em(): EntityManager;
  /** When everything happens until it is set anew; `Date` then tells the same moment. */
  now: Date;
  /** Takes the jobs that are added; they wait in the database until a test lets a process do them. */
  jobs: JobAdder;
  /** Where files are kept, where the test has such a place. */
  files?: FileStore;
  /** Called after each commit; nothing until a test's live hub takes it. */
  wake: () => void;
  /** A context of nobody, as jobs and consumers of events have it. */
  context(): Context;
  /** Asks as a person (by id), or as a visitor where null. */
  ask<Data = Record<string, never>>(
    personId: string | null,
    document: string,
    variables?: Record<string, unknown>,
    options?: { locale?: Locale; actingFor?: Extract<Actor, { kind: 'member' }>['actingFor'] },
  ): Promise<Answer<Data>>;
  /** Asks in a context that the test made. */
  askIn<Data = Record<string, never>>(
    context: Context,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>;
  contextFor(
    personId: string | null,
    options?: { locale?: Locale; actingFor?: Extract<Actor, { kind: 'member' }>['actingFor'] },
  ): Promise<Context>;
  close(): Promise<void>;
}

/** A world on the embedded database, for a file whose name ends with `.api.test.ts`. */
export async function embeddedWorld(trusted?: TrustedDocuments): Promise<World> {
  const { orm, giveBack } = await borrowDatabase();
  return worldOn(orm, giveBack, trusted);
}

/** A world on a database of its own on a real PostgreSQL server, for what concurrency must prove. */
export async function postgresWorld(): Promise<World> {
  const orm = new PostgresORM({ ...ormOptions, ...connectionOptions, clientUrl: await migratedDatabase() });
  await orm.connect();
  return worldOn(orm, () => orm.close());
}

async function worldOn(
  orm: PostgresORM,
  close: () => Promise<void>,
  trusted: TrustedDocuments = new Map(),
): Promise<World> {
  const schema = makeSchema();
  const apollo = createApollo(
    schema,
    pino({ level: process.env.LOG_LEVEL ?? 'error' }),
    createGuard(schema, { trusted }),
  );
  await apollo.start();
  let now = defaultNow;
  // Opened by the first job; on the embedded database that is no transaction's, since it has one connection.
  let jobs: Promise<Jobs> | undefined;
  const adding: JobAdder = {
    async enqueue(...job) {
      jobs ??= openJobs({ orm, log: pino({ level: 'silent' }), context: () => world.context() });
      await (await jobs).enqueue(...job);
    },
  };
  const world: World = {
    orm,
    apollo,
    get now() {
      return now;
    },
    set now(moment) {
      now = moment;
      vi.setSystemTime(moment);
    },
    jobs: adding,
    wake: () => {},
    em: () => orm.em.fork() as EntityManager,
    async contextFor(personId, { locale = 'en', actingFor = null } = {}) {
      const em = world.em();
      const actor = personId === null ? visitor : await readActor(em, personId, world.now, actingFor);
      return { ...world.context(), em, actor, locale };
    },
    context: () =>
      makeContext({
        ...{ em: world.em(), actor: visitor, locale: 'en', now: world.now, wake: () => world.wake() },
        ...{ jobs: world.jobs, files: world.files, origin: 'https://talka.example' },
      }),
    async ask<Data>(
      personId: string | null,
      document: string,
      variables?: Record<string, unknown>,
      options?: Parameters<World['ask']>[3],
    ) {
      return world.askIn<Data>(await world.contextFor(personId, options), document, variables);
    },
    async askIn<Data>(contextValue: Context, document: string, variables?: Record<string, unknown>) {
      const { body } = await apollo.executeOperation({ query: document, variables }, { contextValue });
      if (body.kind !== 'single') throw new Error('incremental delivery is not used');
      const { data, errors } = body.singleResult;
      return { data: data as Data, errors, code: errors?.[0]?.extensions?.code as string | undefined };
    },
    close: async () => {
      await (await jobs)?.stop();
      await apollo.stop();
      await close();
    },
  };
  return world;
}
