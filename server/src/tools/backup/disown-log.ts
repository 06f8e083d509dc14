import { floorKey } from '../../platform/events/event-log.reader.ts';
import { literal, type ServerState } from './backup-format.rules.ts';
import { type Ask, readServerState } from './contents.reader.ts';

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

/** Transactions that the other server may have numbered after the backup was made. */
const margin = 100_000n;

/** Counting further would take minutes. */
const most = 20_000_000n;

/**
 * Counts this server's transactions up to where the backup's server stood, so that every place in the log
 * given out there lies before what is restored here. Outside of a transaction. Returns whether it could.
 */
export async function passTransactions(ask: Ask, from: ServerState): Promise<boolean> {
  const here = await readServerState(ask);
  const missing = BigInt(from.transaction) + margin - BigInt(here.transaction);
  if (here.system === from.system || missing <= 0n) return true;
  if (missing > most) return false;
  await ask('set synchronous_commit = off');
  await ask(`do $$ begin for each in 1..${missing} loop perform pg_current_xact_id(); commit; end loop; end $$`);
  await ask('set synchronous_commit = on');
  return true;
}
