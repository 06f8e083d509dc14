import { fork } from 'node:child_process';
import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { secret, signedInMembers } from './members.mjs';
import { post } from './post.mjs';
import { startProduct } from './product.mjs';

/**
 * Sixteen members want the same time, one time after another; then sixteen members book times of their own. Beside
 * our whole mutation stand the least that never books twice (see booking-yardstick.mjs) and an ORM's plain insert.
 */
const quick = process.argv.includes('--quick');
const racers = 16;
const [races, ownTimes] = quick ? [40, 640] : [100, 1600];
/** Before anything is measured, so that both are compiled and not one of them half. */
const warmUp = quick ? 640 : 1600;
/** Plain inserts that deadlock wait a second each. */
const flushed = quick ? 4 : 10;

const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const name = `talka_bench_${randomBytes(4).toString('hex')}`;
const server = new pg.Client(admin);
await server.connect();
await server.query(`create database ${name}`);
const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
const product = await startProduct({ DATABASE_URL: url, DEMO: '1', AUTH_SECRET: secret });
const yardstick = fork(join(import.meta.dirname, 'booking-yardstick.mjs'), {
  env: { ...process.env, DATABASE_URL: url },
});
const [port] = await once(yardstick, 'message');
const database = new pg.Client(url);
await database.connect();

const members = await signedInMembers(database, product.address, racers);

/** Machines of a centre in Vilnius that are always open; two units each, among other machines of their type. */
await database.query('delete from opening_exception');
const { rows: units } = await database.query(`
  with made as (
    insert into equipment (id, centre_id, type_key, name, created_at, audience, version)
    select gen_random_uuid(), (select centre.id from centre join city on city.id = centre.city_id
      where city.slug = 'vilnius' order by centre.id limit 1), 'cad_workstation', 'Measured ' || n, now(), 'network', 1
    from generate_series(1, 30) n returning id, centre_id),
  hours as (
    insert into opening_rule (id, centre_id, equipment_id, weekday, opens, closes)
    select gen_random_uuid(), centre_id, id, weekday, '00:00', '24:00' from made, generate_series(1, 7) weekday)
  insert into unit (id, equipment_id, position)
  select gen_random_uuid(), id, position from made, generate_series(1, 2) position returning id, equipment_id`);
// As in a platform that is in use: what is planned for an empty table does not fit what a run leaves in it.
await database.query(`
  insert into idempotency_key (person_id, key, operation, fingerprint, result_id, created_at)
  select id, 'earlier ' || n, 'bookEquipment', repeat('0', 64), gen_random_uuid(), now()
  from person, generate_series(1, 100) n`);
await database.query('analyze');
const halfHour = 1_800_000;
const first = Math.ceil(Date.now() / halfHour) * halfHour + 2 * 86_400_000;
const slots = Array.from({ length: 360 }, (_, place) =>
  units.map(({ id, equipment_id }) => ({ unit: id, equipment: equipment_id, at: first + place * 2 * halfHour })),
).flat();
const take = (count) => {
  if (count > slots.length) throw new Error('Too few free times were laid out.');
  return slots.splice(0, count);
};

const times = ({ at }) => ({ start: new Date(at), end: new Date(at + halfHour) });
const bare = (path) => async (slot) =>
  (await post(`http://127.0.0.1:${port}/${path}`, { unit: slot.unit, ...times(slot) })).body.outcome;

const answered = `__typename ... on Booked { booking { id startsAt endsAt } }`;
const reasons = `... on BookingRefused { reasons { condition message remedy } }`;
const others = `... on BookingRefused { alternatives { kind startsAt endsAt unit { id name } equipment { id name } } }`;
const talka = (selection) => async (slot, racer) => {
  const { start, end } = times(slot);
  const input = {
    equipmentId: slot.equipment,
    unitId: slot.unit,
    startsAt: start,
    endsAt: end,
    idempotencyKey: randomUUID(),
  };
  const query = `mutation ($input: BookEquipmentInput!) { bookEquipment(input: $input) { ${selection} } }`;
  const { body } = await post(
    `${product.address}/graphql`,
    { query, variables: { input } },
    { cookie: members[racer] },
  );
  if (body.errors) return 'error';
  const { __typename, reasons: given } = body.data.bookEquipment;
  if (__typename === 'Booked') return 'booked';
  return given.every(({ condition }) => condition === 'SLOT_FREE') ? 'refused' : 'error';
};

const contestants = {
  'bare insert, ON CONFLICT DO NOTHING': { attempt: bare('insert'), races },
  'plain insert, as an ORM flushes': { attempt: bare('flush'), races: flushed },
  'Talka, every reason': { attempt: talka(`${answered} ${reasons}`), races },
  'Talka, every reason and alternatives': { attempt: talka(`${answered} ${reasons} ${others}`), races },
};

async function measured(title, attempts) {
  const counts = { booked: 0, refused: 0, error: 0 };
  const took = [];
  const attempt = async (slot, run, racer) => {
    const begun = performance.now();
    counts[await run(slot, racer)] += 1;
    took.push(performance.now() - begun);
  };
  const started = performance.now();
  await attempts(attempt);
  const seconds = (performance.now() - started) / 1000;
  took.sort((a, b) => a - b);
  const at = (share) => Number(took[Math.floor(took.length * share)].toFixed(1));
  return {
    title,
    ...counts,
    'attempts/s': Math.round(took.length / seconds),
    'p50 (ms)': at(0.5),
    'p99 (ms)': at(0.99),
  };
}

const race = (attempt, raced) =>
  measured('', async (once) => {
    for (const slot of raced)
      await Promise.all(Array.from({ length: racers }, (_, racer) => once(slot, attempt, racer)));
  });
const eachTheirOwn = (attempt, own) =>
  measured('', async (once) => {
    const waiting = [...own];
    const work = async (racer) => {
      for (let slot = waiting.pop(); slot; slot = waiting.pop()) await once(slot, attempt, racer);
    };
    await Promise.all(Array.from({ length: racers }, (_, racer) => work(racer)));
  });

async function table(title, run, count) {
  const rows = {};
  for (const [name, contestant] of Object.entries(contestants)) {
    const { title: _, ...row } = await run(contestant.attempt, take(count(contestant)));
    rows[name] = row;
  }
  const best = rows['bare insert, ON CONFLICT DO NOTHING']['attempts/s'];
  for (const row of Object.values(rows)) row['of the bare insert'] = Number((row['attempts/s'] / best).toFixed(2));
  console.log(title);
  console.table(rows);
}
for (const { attempt } of Object.values(contestants)) await eachTheirOwn(attempt, take(warmUp));
await table(`${racers} racers for one time, one time after another`, race, (each) => each.races);
await table(`${racers} members, each with times of their own`, eachTheirOwn, () => ownTimes);

const { rows: overlapping } = await database.query(`
  select count(*)::int as count from occupancy a join occupancy b
    on a.unit_id = b.unit_id and a.id < b.id and a.during && b.during where a.blocking and b.blocking`);
console.log(`Bookings that overlap: ${overlapping[0].count}`);
await database.end();
yardstick.kill('SIGTERM');
await once(yardstick, 'exit');
await product.stop();
await server.query(`drop database ${name} with (force)`);
await server.end();
