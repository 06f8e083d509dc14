import { type Context, db } from '../../context/context.ts';
import { transact } from '../../context/transact.ts';
import { comparePositions } from '../cursor.rules.ts';
import { type LogEntry, readEvents } from '../event-log.reader.ts';
import type { Consumer } from './consumer.ts';
import { holdPlace, movePlace, readPlace } from './consumer-place.service.ts';

const pageSize = 100;

/**
 * Handles what a consumer has not handled yet, in order, until there is nothing more, another process is at it, or the
 * signal is aborted. Throws what the handler throws; its place is then before that event.
 */
export async function runConsumer(consumer: Consumer, context: () => Context, signal: AbortSignal): Promise<void> {
  for (;;) {
    const rows = db(context());
    const place = await readPlace(rows, consumer.name);
    if (!place) return;
    const wanted = { limit: pageSize, types: consumer.types, thorough: true };
    const { entries } = await readEvents(rows, place, wanted);
    if (entries.length === 0) return;
    for (const entry of entries) {
      if (signal.aborted || !(await handleOnce(consumer, context(), entry))) return;
    }
  }
}

/** Returns whether the entry is handled now; false where another process holds the consumer's place. */
function handleOnce(consumer: Consumer, ctx: Context, entry: LogEntry): Promise<boolean> {
  return transact(ctx, async (tx) => {
    const place = await holdPlace(tx, consumer.name);
    if (!place) return false;
    if (comparePositions(place, entry) >= 0) return true;
    await consumer.handle(tx, entry);
    await movePlace(tx, consumer.name, entry);
    return true;
  });
}
