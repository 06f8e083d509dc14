import { defineEntity, p } from '@mikro-orm/core';

/** How far a durable consumer has come in the event log: every event up to its place is done. */
const EventConsumerSchema = defineEntity({
  name: 'EventConsumer',
  properties: {
    name: p.string().length(60).primary(),
    /** The types of events it reacts to; what it has still to read is not pruned. */
    types: p.array<string>(),
    /** Its place in the log, ordered (xid, event_id). */
    xid: p.string().columnType('xid8'),
    eventId: p.bigint('string'),
    /** When a process that knows it last started; one that no release knows any more is forgotten. */
    seenAt: p.datetime(),
  },
});
export class EventConsumer extends EventConsumerSchema.class {}
EventConsumerSchema.setClass(EventConsumer);
