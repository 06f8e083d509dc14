import { defineEntity, p } from '@mikro-orm/core';
import type { AuditValues } from './audit-values.rules.ts';

/** Who did what at a centre, written in the transaction that did it; kept longer than the log of events. */
const AuditEntrySchema = defineEntity({
  name: 'AuditEntry',
  properties: {
    id: p.uuid().primary(),
    at: p.datetime(),
    /** Type of the event, or what was done without one. */
    kind: p.string().length(60),
    /** Null for what belongs to no centre. */
    centreId: p.uuid().nullable(),
    /** Who did it; null for the system, and once the person is erased. */
    actorId: p.uuid().nullable(),
    /** Whom it was about or done for; null where nobody, and once the person is erased. */
    personId: p.uuid().nullable(),
    objectType: p.string().length(40),
    objectId: p.uuid(),
    /** What it was, and what it became; only what changed. */
    before: p.json<AuditValues>().defaultRaw("'{}'"),
    after: p.json<AuditValues>().defaultRaw("'{}'"),
    reason: p.string().length(400).nullable(),
  },
  indexes: [
    { properties: ['centreId', 'at', 'id'] },
    { properties: ['objectId', 'at'] },
    { properties: ['actorId'] },
    { properties: ['personId'] },
    { properties: ['at'] },
  ],
});
export class AuditEntry extends AuditEntrySchema.class {}
AuditEntrySchema.setClass(AuditEntry);
