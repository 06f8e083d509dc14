import { floorKey } from '../live/event-log.reader.ts';
import { literal } from './backup-format.rules.ts';
import type { Ask } from './contents.reader.ts';

/**
 * Makes restored events those of this moment: places in the log that were given out before belong to what
 * happened after the backup as well, so whoever comes back with one is told to load anew.
 */
export async function disownLog(ask: Ask): Promise<void> {
  await ask('update logged_event set xid = pg_current_xact_id()');
  await ask(`
    insert into installation_fact (key, value)
    values (${literal(floorKey)}, jsonb_build_object('xid', pg_current_xact_id()::text, 'id', '0'))
    on conflict (key) do update set value = excluded.value`);
}
