import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startProduct } from './product.mjs';

/**
 * Kills the server under load, starts it again and looks for everything that it had acknowledged: bookings, posts,
 * replies and the session. Fails where one is missing or the server needs more than three seconds.
 */
const kills = process.argv.includes('--quick') ? 10 : 50;
const patience = 3;
const writers = 8;
const admin = process.env.TEST_DATABASE_URL ?? 'postgres://postgres@127.0.0.1:5432/postgres';

async function onServer(statement) {
  const client = new pg.Client(admin);
  await client.connect();
  await client.query(statement);
  await client.end();
}

const rows = {};
const folder = mkdtempSync(join(tmpdir(), 'talka-bench-'));
rows['embedded database'] = await killAgainAndAgain({ DATA_DIR: folder, DEMO: '1' });
rmSync(folder, { recursive: true, force: true });
const name = `talka_bench_${randomBytes(4).toString('hex')}`;
await onServer(`create database ${name}`);
const url = Object.assign(new URL(admin), { pathname: `/${name}` }).href;
rows.PostgreSQL = await killAgainAndAgain({ DATABASE_URL: url, DEMO: '1' });
await onServer(`drop database ${name} with (force)`);
console.table(rows);
const failed = Object.values(rows).some((row) => row.lost > 0 || row['slowest start (s)'] > patience);
if (failed) process.exitCode = 1;

async function killAgainAndAgain(environment) {
  let product = await startProduct(environment);
  const cookie = await signIn(product.address);
  const slots = await freeSlots(product.address, cookie);
  const acknowledged = { booking: [], post: [], reply: [] };
  const starts = [];
  let lost = 0;
  for (let round = 0; round < kills; round += 1) {
    const before = acknowledged.booking.length + acknowledged.post.length;
    let killed = false;
    const load = Array.from({ length: writers }, async (_, index) => {
      while (!killed) await write(product.address, cookie, index % 2 ? 'booking' : 'post', slots, acknowledged);
    });
    // A moment that differs each time, once something was acknowledged.
    const moment = performance.now() + 300 + Math.random() * 900;
    while (performance.now() < moment || acknowledged.booking.length + acknowledged.post.length === before) {
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    const killing = product.kill();
    killed = true;
    await Promise.all([killing, ...load]);
    product = await startProduct(environment);
    starts.push(product.seconds);
    lost += await missing(product.address, cookie, acknowledged, round === kills - 1 ? undefined : 100);
  }
  await product.stop();
  return {
    kills,
    bookings: acknowledged.booking.length,
    posts: acknowledged.post.length,
    replies: acknowledged.reply.length,
    lost,
    'median start (s)': Number(starts.sort((a, b) => a - b)[starts.length >> 1].toFixed(2)),
    'slowest start (s)': Number(starts.at(-1).toFixed(2)),
  };
}

async function ask(address, cookie, query, variables) {
  const response = await fetch(`${address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', cookie },
    body: JSON.stringify({ query, variables }),
  });
  return await response.json();
}

/** One write; it counts as acknowledged when the whole answer arrived. */
async function write(address, cookie, kind, slots, acknowledged) {
  const key = randomUUID();
  try {
    if (kind === 'booking') {
      const slot = slots.pop();
      if (!slot) return await write(address, cookie, 'post', slots, acknowledged);
      const { data } = await ask(
        address,
        cookie,
        'mutation ($input: BookEquipmentInput!) { bookEquipment(input: $input) { ... on Booked { booking { id } } } }',
        { input: { ...slot, idempotencyKey: key } },
      );
      if (data?.bookEquipment.booking) acknowledged.booking.push(data.bookEquipment.booking.id);
      return;
    }
    const { data } = await ask(
      address,
      cookie,
      'mutation ($input: PublishDiscussionInput!) { publishDiscussion(input: $input) { id } }',
      {
        input: {
          audience: 'PUBLIC',
          title: `Post ${key}`,
          body: 'Text',
          city: 'vilnius',
          language: 'en',
          idempotencyKey: key,
        },
      },
    );
    const postId = data?.publishDiscussion.id;
    if (!postId) return;
    acknowledged.post.push(postId);
    const answer = await ask(address, cookie, 'mutation ($input: ReplyInput!) { reply(input: $input) { id } }', {
      input: { postId, body: 'Reply', idempotencyKey: randomUUID() },
    });
    if (answer.data?.reply) acknowledged.reply.push(postId);
  } catch {
    // The server was killed before it answered.
  }
}

/** How many of the newest acknowledged writes, or of all, are not there. */
async function missing(address, cookie, acknowledged, newest) {
  let count = 0;
  const look = async (ids, field, isThere) => {
    const wanted = newest === undefined ? ids : ids.slice(-newest);
    for (let from = 0; from < wanted.length; from += 15) {
      const part = wanted.slice(from, from + 15);
      const { data, errors } = await ask(
        address,
        cookie,
        `{ ${part.map((id, index) => `n${index}: ${field(id)}`).join(' ')} }`,
      );
      if (errors) console.error(errors[0]);
      count += part.filter((_, index) => !isThere(data?.[`n${index}`])).length;
    }
  };
  await look(acknowledged.booking, (id) => `booking(id: "${id}") { id }`, Boolean);
  await look(acknowledged.post, (id) => `post(id: "${id}") { id }`, Boolean);
  await look(
    acknowledged.reply,
    (id) => `post(id: "${id}") { replyCount }`,
    (post) => post?.replyCount > 0,
  );
  return count;
}

async function signIn(address) {
  const response = await fetch(`${address}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ email: 'aiste@example.org', password: 'talka-demo' }),
  });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
}

/** Half hours that can be booked within the next days, of every workstation that the member may book. */
async function freeSlots(address, cookie) {
  const from = Date.now() + 2 * 86_400_000;
  const until = from + 12 * 86_400_000;
  const { data } = await ask(
    address,
    cookie,
    '{ searchEquipment(filter: { type: "cad_workstation" }, first: 100) { nodes { equipment { id viewerCan { book } } } } }',
  );
  const ids = data.searchEquipment.nodes.flatMap(({ equipment }) => (equipment.viewerCan.book ? [equipment.id] : []));
  const { data: timed } = await ask(
    address,
    cookie,
    `query ($ids: [ID!], $from: DateTimeISO!, $until: DateTimeISO!) { timeline(equipmentIds: $ids, startsAt: $from, endsAt: $until) {
       lanes { unit { id } equipment { id } open { startsAt endsAt } occupancies { startsAt endsAt } } } }`,
    { ids: ids.slice(0, 10), from: new Date(from), until: new Date(until) },
  );
  const half = 30 * 60_000;
  return timed.timeline.lanes.flatMap((lane) =>
    lane.open.flatMap(({ startsAt, endsAt }) => {
      const slots = [];
      for (let at = Math.ceil(Date.parse(startsAt) / half) * half; at + half <= Date.parse(endsAt); at += half) {
        const taken = lane.occupancies.some(
          (one) => Date.parse(one.startsAt) < at + half && at < Date.parse(one.endsAt),
        );
        if (!taken)
          slots.push({
            equipmentId: lane.equipment.id,
            unitId: lane.unit.id,
            startsAt: new Date(at),
            endsAt: new Date(at + half),
          });
      }
      return slots;
    }),
  );
}
