import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import pg from 'pg';
import { post } from './post.mjs';
import { startProduct } from './product.mjs';

/**
 * How long single questions take among 200,000 bookings of 500 centres, and among 20,000,000 bookings of 5,000 centres
 * with 1,000,000 posts: each asked for one at a time, with other places and times each time, so that nothing is answered from what was
 * kept. Fills its two databases where they are missing, which takes a quarter of an hour or more; they are left for
 * the next time.
 */
const quick = process.argv.includes('--quick');
const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const [few, some, all] = [
  { database: 'talka_scale_2e4', scale: 0.1, days: 1 },
  { database: 'talka_scale_2e5', scale: 0.1, days: 10 },
  { database: 'talka_scale', scale: 1, days: 100 },
];
const [small, large] = quick ? [few, some] : [some, all];
const rounds = quick ? 30 : 100;
const day = 86_400_000;

const centreList = `nodes { id slug name equipmentCount city { name } }`;
const questions = {
  'a city’s centres': ({ city }) => ({
    query: `query ($city: String) { centres(filter: { city: $city }, first: 24) { totalCount ${centreList} pageInfo { endCursor } } }`,
    variables: { city: city() },
  }),
  'centres by name': ({ name }) => ({
    query: `query ($text: String) { centres(filter: { text: $text }, first: 24) { totalCount ${centreList} } }`,
    variables: { text: name() },
  }),
  'centres by two words that a fifth of all machines have': ({ words }) => ({
    query: `query ($text: String) { centres(filter: { text: $text }, first: 24) { totalCount ${centreList} } }`,
    variables: { text: words(2) },
  }),
  'centres near a place': ({ place }) => ({
    query: `query ($near: NearInput) { centres(filter: { near: $near }, first: 24) { totalCount ${centreList} } }`,
    variables: { near: { ...place(), within: 10 } },
  }),
  'free between, in some 20 centres': ({ place, start }) => ({
    query: `query ($filter: EquipmentSearch) { searchEquipment(filter: $filter, first: 20) {
      nodes { freeUnits freeStretches { startsAt endsAt } equipment { id name centre { name } } } } }`,
    variables: {
      filter: { near: place(), freeFrom: start(), freeUntil: start.end(3), minutes: 60 },
    },
  }),
  'next free of 20 machines': ({ place }) => ({
    query: `query ($filter: EquipmentSearch) { searchEquipment(filter: $filter, first: 20) {
      nodes { equipment { id name nextFree { startsAt endsAt } } } } }`,
    variables: { filter: { near: place() } },
  }),
  'a week of 1,000 units': ({ machines, start }) => ({
    query: `query ($ids: [ID!], $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
      timeline(equipmentIds: $ids, startsAt: $startsAt, endsAt: $endsAt) {
        lanes { unit { id name } equipment { id name } open { startsAt endsAt } occupancies { startsAt endsAt kind } } } }`,
    variables: { ids: machines(500), startsAt: start(), endsAt: start.end(7) },
  }),
  'a week of one centre': ({ centre, start }) => ({
    query: `query ($id: ID, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
      timeline(centreId: $id, startsAt: $startsAt, endsAt: $endsAt) {
        lanes { unit { id name } open { startsAt endsAt } occupancies { startsAt endsAt kind } } } }`,
    variables: { id: centre(), startsAt: start(), endsAt: start.end(7) },
  }),
  'a page of posts': ({ city }) => ({
    query: `query ($city: String) { posts(filter: { city: $city }, first: 20) { nodes { id title } pageInfo { endCursor } } }`,
    variables: { city: city() },
  }),
  'posts by words': ({ words }) => ({
    query: `query ($text: String) { posts(filter: { text: $text }, first: 20) { nodes { id title } } }`,
    variables: { text: words(3) },
  }),
  'one’s own bookings': ({ after }) => ({
    member: true,
    query: `query ($after: String) { myBookings(first: 20, after: $after) { nodes { id startsAt equipment { name } } pageInfo { endCursor } } }`,
    variables: { after: after() },
  }),
  'a booking': ({ machine, slot }) => ({
    member: true,
    query: `mutation ($input: BookEquipmentInput!) { bookEquipment(input: $input) {
      __typename ... on Booked { booking { id } } ... on BookingRefused { reasons { message } } } }`,
    variables: { input: { equipmentId: machine(), ...slot(), idempotencyKey: randomUUID() } },
  }),
};

/** The same choices for every run, as evenly spread as a hash spreads them. */
function choices(seed) {
  let drawn = seed;
  return (list) => {
    drawn = (Math.imul(drawn ^ (drawn >>> 15), 0x2c1b3c6d) + 0x9e3779b9) >>> 0;
    return list[drawn % list.length];
  };
}

/** What questions can be asked about: drawn from the database, so that all of it is there. */
async function placesOf(url) {
  const client = new pg.Client(url);
  await client.connect();
  const read = async (text) => (await client.query(text)).rows;
  const cities = await read('select slug from city where exists (select from centre where city_id = city.id)');
  // As far as the twentieth centre is from here.
  const circles = await read(`
    select here.latitude, here.longitude, (select max(km) from (select 6371 * 2 * asin(sqrt(
          sin(radians(there.latitude - here.latitude) / 2) ^ 2 + cos(radians(here.latitude))
          * cos(radians(there.latitude)) * sin(radians(there.longitude - here.longitude) / 2) ^ 2)) as km
        from centre there where slug like 'scale-%' order by 1 limit 20) nearest) as within
    from (select * from centre where slug like 'scale-%' order by md5(slug) limit 100) here`);
  const centres = await read(`select id from centre where slug like 'scale-%' order by md5(slug) limit 200`);
  const machines = await read(`
    select id from equipment where audience in ('everyone', 'network') and centre_id in
      (select id from centre where slug like 'scale-%') order by md5(id::text) limit 3000`);
  const names = await read(`select name, summary from centre where slug like 'scale-%' order by md5(slug) limit 200`);
  await client.end();
  return { cities, circles, centres, machines, names, words: names.flatMap(({ summary }) => summary.split(' ')) };
}

/** Draws what one question is asked about. */
function subjects({ cities, circles, centres, machines, names, words }, seed) {
  const draw = choices(seed);
  const daysAhead = Array.from({ length: 50 }, (_, index) => index + 2);
  const today = Math.floor(Date.now() / day) * day;
  const at = (ahead, hour = 0) => new Date(today + ahead * day + hour * 3_600_000).toISOString();
  let begun = 2;
  const start = Object.assign(
    () => {
      begun = draw([1, 2, 3]);
      return at(begun);
    },
    { end: (days) => at(begun + days) },
  );
  // On Sundays and at Christmas all is closed; in the evening nothing is booked.
  const open = daysAhead.filter((ahead) => new Date(at(ahead)).getUTCDay() !== 0 && !/12-2[456]/.test(at(ahead)));
  return {
    city: () => draw(cities).slug,
    words: (count) => Array.from({ length: count }, () => draw(words)).join(' '),
    // `Centre 417 oak lamp` without its first word, which all have.
    name: () => draw(names).name.split(' ').slice(1).join(' '),
    place: () => draw(circles),
    centre: () => draw(centres).id,
    machine: () => draw(machines).id,
    machines: (count) =>
      Array.from(new Set(Array.from({ length: count * 2 }, () => draw(machines).id))).slice(0, count),
    slot: () => {
      const ahead = draw(open);
      return { startsAt: at(ahead, 16), endsAt: at(ahead, 17) };
    },
    start,
  };
}

async function measured({ database, scale, days }) {
  const url = Object.assign(new URL(admin), { pathname: `/${database}` }).href;
  await seedWhereMissing(url, ['--database', database, '--scale', scale, '--days', days]);
  const places = await placesOf(url);
  const product = await startProduct({ DATABASE_URL: url, DEMO: '0' });
  try {
    const signedIn = await post(
      `${product.address}/api/auth/sign-in/email`,
      { email: 'aiste@example.org', password: 'talka-demo' },
      { origin: product.address },
    );
    const cookie = signedIn.response.headers['set-cookie'].map((each) => each.split(';')[0]).join('; ');
    const rows = {};
    for (const [number, [name, question]] of Object.entries(questions).entries()) {
      const subject = subjects(places, number + 1);
      let cursor = null;
      const took = [];
      for (let round = -10; round < rounds; round += 1) {
        const { member, ...asked } = question({ ...subject, after: () => cursor });
        const begun = performance.now();
        const { body } = await post(`${product.address}/graphql`, asked, member ? { cookie } : {});
        if (round >= 0) took.push(performance.now() - begun);
        const refusal = body.errors ?? body.data.bookEquipment?.reasons;
        if (refusal) throw new Error(`${name}: ${JSON.stringify(refusal)}`);
        cursor = body.data.myBookings?.pageInfo.endCursor ?? null;
      }
      took.sort((a, b) => a - b);
      rows[name] = { p50: took[rounds >> 1], p95: took[Math.floor(rounds * 0.95)] };
    }
    return rows;
  } finally {
    await product.stop();
  }
}

async function seedWhereMissing(url, options) {
  const client = new pg.Client(url);
  const finished = await client
    .connect()
    .then(() => client.query('select finished from seed_scale'))
    .then(({ rows }) => rows[0]?.finished === true)
    .catch(() => false);
  await client.end().catch(() => {});
  if (finished) return;
  const script = join(import.meta.dirname, 'seed-scale.mjs');
  const { status } = spawnSync(process.execPath, [script, ...options.map(String)], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${url} could not be filled.`);
}

const [fewer, more] = [await measured(small), await measured(large)];
const bookings = ({ scale, days }) => (scale * days * 200_000).toLocaleString('en');
const milliseconds = (value) => Number(value.toFixed(1));
console.table(
  Object.fromEntries(
    Object.keys(questions).map((name) => [
      name,
      {
        [`p50, ${bookings(small)} bookings (ms)`]: milliseconds(fewer[name].p50),
        'p95 (ms)': milliseconds(fewer[name].p95),
        [`p50, ${bookings(large)} (ms)`]: milliseconds(more[name].p50),
        'p95 of these (ms)': milliseconds(more[name].p95),
        'times as long': milliseconds(more[name].p50 / fewer[name].p50),
      },
    ]),
  ),
);
