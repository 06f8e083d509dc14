import type { Context } from '../../context/context.ts';
import type { Queue } from '../../jobs/queue.ts';
import type { LogEntry } from '../event-log.reader.ts';

/** Something that is done once an event was committed, whatever happens to the process meanwhile. */
export interface Consumer {
  /** Kebab-case, unique, never changed: its place in the log stands under it. */
  readonly name: string;
  /** The types of the events it reacts to. */
  readonly types: readonly string[];
  readonly handle: (tx: Context, entry: LogEntry) => Promise<void>;
}

interface Recognised {
  readonly type: string;
  is(entry: LogEntry): boolean;
}

/** The entries of one of these events. */
type EntryOf<Event> = Event extends { is(entry: LogEntry): entry is infer Entry extends LogEntry } ? Entry : never;

/**
 * Reacts to events; a module lists it among its consumers.
 *
 *     on([bookingCancelled, bookingMoved], 'waiting-list', async (tx, { subject }) => …)
 *
 * Every event that is recorded after the consumer first started is handled in the order of the log and at least once:
 * in one transaction with the consumer's place, so that what the handler writes is written once. What it does
 * elsewhere may be repeated; `entry.id` names the event for good. The transaction holds up everything that follows the
 * log: slow work, such as sending, is enqueued as a job. Where the handler throws, it is tried again, and what comes
 * after waits.
 */
export const on = <Event extends Recognised>(
  events: Event | readonly Event[],
  name: string,
  handle: (tx: Context, entry: EntryOf<Event>) => Promise<void>,
): Consumer => ({
  name,
  types: [events].flat().map(({ type }) => type),
  handle: (tx, entry) => handle(tx, entry as EntryOf<Event>),
});

/** The work of a consumer among the jobs: one at a time, whichever process does it. */
export const queueOf = ({ name }: Pick<Consumer, 'name'>): Queue => ({
  name: `on-${name}`,
  alone: true,
  atOnce: 1,
  patience: 600,
});
