import { type Context, untilChange, unwatchedRows } from '../context/context.ts';
import { encodeCursor } from './cursor.rules.ts';
import { readHead } from './event-log.reader.ts';

/**
 * For so long, in milliseconds, an older place is as good: who resumes there is told some things again, which costs
 * more with every event since.
 */
const asGoodFor = 5_000;

/** The place in the stream of events to take before rows are read, so that no change is lost in between. */
export async function readCursor(ctx: Context): Promise<string> {
  const value = encodeCursor(await readHead(unwatchedRows(ctx)));
  return untilChange(ctx, (now) => ({ value, until: now + asGoodFor }));
}
