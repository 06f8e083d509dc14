import type { LogEntry } from '../../../platform/events/event-log.reader.ts';

/** The cause that an event is; its number names it for good. */
export const causeOf = ({ type, id }: LogEntry): string => `${type}:${id}`;
