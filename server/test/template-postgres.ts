import { randomBytes } from 'node:crypto';
import { MikroORM } from '@mikro-orm/postgresql';
import type { TestProject } from 'vitest/node';
import { migrate, ormOptions } from '../src/database.ts';
import { hasPostgres, onServer, postgresUrl } from './postgres-server.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The migrated database that others are copies of; their names begin with its own. */
    postgresTemplate: string;
  }
}

/** Migrates one database on the PostgreSQL server, and drops every copy of it after the run. */
export default async function prepare(project: TestProject): Promise<undefined | (() => Promise<void>)> {
  const name = `talka_test_${randomBytes(4).toString('hex')}`;
  project.provide('postgresTemplate', name);
  if (!(await hasPostgres())) return;
  await onServer(`create database ${name}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  const orm = new MikroORM({ ...ormOptions, clientUrl: url.href });
  await orm.connect();
  await migrate({ orm, embedded: false });
  await orm.close();
  return async () => {
    const all = await onServer<{ datname: string }>(
      `select datname from pg_database where starts_with(datname, '${name}')`,
    );
    for (const { datname } of all) await onServer(`drop database ${datname} with (force)`);
  };
}
