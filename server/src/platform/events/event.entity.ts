import { defineEntity, p } from '@mikro-orm/core';

/**
 * What happened, written in the transaction that did it. It names subjects and who may hear of them,
 * never what they contain; readers fetch that with their own rights.
 */
const LoggedEventSchema = defineEntity({
  name: 'LoggedEvent',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    /** The writing transaction: rows are read below the oldest one still running, ordered (xid, id). */
    xid: p.string().columnType('xid8').defaultRaw('pg_current_xact_id()'),
    at: p.datetime(),
    /** `subject.pastTense`, such as `booking.moved`. */
    type: p.string().length(60),
    /** What one subscribes to: `equipment:ID`, `centre:ID`, `post:ID`, `posts`, `activity`. */
    topics: p.array<string>(),
    /** Ids of the subjects by role. */
    subject: p.json<Record<string, string>>(),
    /** Who may hear of it: some of `public`, `network`, `centre:ID` and `person:ID`. */
    audiences: p.array<string>(),
    actorId: p.uuid().nullable(),
  },
  indexes: [{ properties: ['xid', 'id'] }, { properties: ['at'] }],
});
export class LoggedEvent extends LoggedEventSchema.class {}
LoggedEventSchema.setClass(LoggedEvent);
