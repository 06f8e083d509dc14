import { isInAudience } from '../../../access/audience.policy.ts';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { type EquipmentRow, readEquipment } from '../../equipment/items/equipment.reader.ts';
import { readUnitsOf } from '../../equipment/units/unit.reader.ts';
import { takenTimeEvents } from '../bookings/booking.events.ts';
import { closedTimeEvents } from '../closures/closure.events.ts';
import { heldTimeEvents } from '../holds/hold.events.ts';
import { offeredTimeEvents } from '../offers/offer.events.ts';
import { outageChanged } from '../outages/outage.events.ts';
import { type OccupancyRow, readOccupancies } from './occupancy.reader.ts';

export interface TimelineChangeRow {
  readonly equipment: EquipmentRow;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** All that touch the stretch now. */
  readonly occupancies: OccupancyRow[];
}

const timelineEvents = [
  ...takenTimeEvents,
  ...heldTimeEvents,
  ...offeredTimeEvents,
  ...closedTimeEvents,
  outageChanged,
] as const;

/** Whether an event is about the taken time of some equipment. */
export const isTimelineEvent = (entry: LogEntry): boolean => timelineEvents.some((event) => event.is(entry));

/** What an event changed on the timeline of an equipment, as it is now; undefined where it is not for the actor. */
export async function readTimelineChange(
  ctx: Context,
  { subject, audiences }: LogEntry,
): Promise<TimelineChangeRow | undefined> {
  const { equipment: id, from, until } = subject;
  if (!id || !from || !until || !isInAudience(ctx.actor, audiences)) return undefined;
  const [startsAt, endsAt] = [new Date(from), new Date(until)];
  const [equipment, units] = await Promise.all([load(ctx, readEquipment, id), load(ctx, readUnitsOf, id)]);
  if (!equipment) return undefined;
  const unitIds = (units ?? []).map((unit) => unit.id);
  return { equipment, startsAt, endsAt, occupancies: await readOccupancies(ctx, unitIds, startsAt, endsAt) };
}
