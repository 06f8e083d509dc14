import { sql } from 'kysely';

/** The number of the event that caused a notification; null where something else did, such as the time of a reminder. */
export const causingEvent = sql<string | null>`
  case when notification.cause ~ '^[^:]+:[0-9]+$' then split_part(notification.cause, ':', 2)::bigint end`;
