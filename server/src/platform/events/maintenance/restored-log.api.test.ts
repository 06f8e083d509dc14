import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveOn, takeEntries } from '../../../../test/live.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { rowsOf } from '../../database/database.ts';
import { adoptRestoredLog } from './restored-log.service.ts';

let world: World;
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());

test('a log restored from another server is followed on, and its old cursors meet a gap', async () => {
  const db = rowsOf(world.em());
  const live = liveOn(world);
  await live.record({ subject: { number: '1' } }, { subject: { number: '2' } });
  expect(await adoptRestoredLog(db)).toBe(false);
  await sql`update logged_event set xid = (xid::text::bigint + 1000000)::text::xid8`.execute(db);

  expect(await adoptRestoredLog(db)).toBe(true);
  expect(await adoptRestoredLog(db)).toBe(false);
  for (const xid of [1n, 1_000_900n]) {
    const stream = await live.hub.follow(['test'], { xid, id: 1n });
    expect((await stream.next()).value).toMatchObject({ kind: 'gap' });
  }
  const stream = await live.hub.follow(['test']);
  await live.record({ subject: { number: '3' } });
  expect((await takeEntries(stream, 1))[0]?.subject).toEqual({ number: '3' });
  await live.stop();
});
