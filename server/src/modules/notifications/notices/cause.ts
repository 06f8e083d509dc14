import type { LogEntry } from '../../../platform/events/event-log.reader.ts';

/** The number of the event that a cause is; undefined where something else is, such as the time of a reminder. */
export const numberOfCause = (cause: string): string | undefined => /^[^:]+:(\d+)$/.exec(cause)?.[1];

/** The cause that an event is; its number names it for good. */
export const causeOf = ({ type, id }: LogEntry): string => `${type}:${id}`;
