import { randomBytes } from 'node:crypto';
import pg from 'pg';

const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

/** A database of its own, from which events are told as another process of Talka would write and tell them. */
export async function eventDatabase() {
  const name = `talka_bench_${randomBytes(4).toString('hex')}`;
  const server = new pg.Client(admin);
  await server.connect();
  await server.query(`create database ${name}`);
  const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
  const database = new pg.Client(url);
  await database.connect();
  return {
    url,
    query: (...statement) => database.query(...statement),
    /** Something that was booked. */
    async book(at, subject = {}) {
      await database.query(
        `insert into logged_event (at, type, topics, subject, audiences)
         values ($1, 'booking.made', '{activity}', $2, '{public}')`,
        [at, subject],
      );
      await database.query('notify talka_live');
    },
    async drop() {
      await database.end();
      await server.query(`drop database ${name} with (force)`);
      await server.end();
    },
  };
}
