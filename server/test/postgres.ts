import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import { onServer, postgresUrl } from './postgres-server.ts';

/**
 * The address of a new database without any table. It is dropped with all others when the run is over, never by a
 * test: the server waits with it for every session there is, also for those of other tests that are busy.
 */
export const emptyDatabase = (): Promise<string> => newDatabase('');

/** The address of a new database with all tables, which are empty. */
export const migratedDatabase = (): Promise<string> => newDatabase(`template ${inject('postgresTemplate')}`);

async function newDatabase(from: string): Promise<string> {
  const name = `${inject('postgresTemplate')}_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} ${from}`);
  const url = new URL(postgresUrl);
  url.pathname = `/${name}`;
  return url.href;
}
