import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import pg from 'pg';

/**
 * The least a server can do and still never book twice: node:http and one INSERT into a table with the exclusion
 * constraint. No session, no rules, no log, no answer but yes or no. `POST /insert` does nothing on conflict;
 * `POST /flush` sends the plain insert in a transaction that an ORM's flush sends.
 */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const values = '(id, unit, during) values ($1, $2, tstzrange($3, $4))';

async function insert(row) {
  const { rowCount } = await pool.query(`insert into yardstick_insert ${values} on conflict do nothing`, row);
  return rowCount === 1 ? 'booked' : 'refused';
}

async function flush(row) {
  const client = await pool.connect();
  try {
    await client.query('begin');
    await client.query(`insert into yardstick_flush ${values}`, row);
    await client.query('commit');
    return 'booked';
  } catch (error) {
    await client.query('rollback');
    return error.code === '23P01' ? 'refused' : 'error';
  } finally {
    client.release();
  }
}

const server = createServer(async (request, response) => {
  let body = '';
  for await (const chunk of request) body += chunk;
  const { unit, start, end } = JSON.parse(body);
  const row = [randomUUID(), unit, start, end];
  response.setHeader('content-type', 'application/json');
  response.end(JSON.stringify({ outcome: await (request.url === '/flush' ? flush : insert)(row) }));
});
for (const table of ['insert', 'flush']) {
  await pool.query(`create table yardstick_${table} (id uuid primary key, unit uuid not null, during tstzrange not null,
    exclude using gist (unit with =, during with &&))`);
}
server.listen(0, '127.0.0.1', () => process.send(server.address().port));
