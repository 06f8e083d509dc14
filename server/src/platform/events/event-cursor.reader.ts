import { type Context, db } from '../context/context.ts';
import { encodeCursor } from './cursor.rules.ts';
import { readHead } from './event-log.reader.ts';

/** The place in the stream of events to take before rows are read, so that no change is lost in between. */
export const readCursor = async (ctx: Context): Promise<string> => encodeCursor(await readHead(db(ctx)));
