import { AuditEntry } from './audit/audit-entry.entity.ts';
import { EventConsumer } from './consumers/consumer.entity.ts';
import { LoggedEvent } from './event.entity.ts';
import { LiveCursorResolver } from './live-cursor.resolver.ts';

export const events = {
  resolvers: [LiveCursorResolver],
  entities: [LoggedEvent, AuditEntry, EventConsumer],
} as const;
