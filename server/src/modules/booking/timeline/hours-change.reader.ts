import { isInAudience } from '../../../access/audience.policy.ts';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { type CentreRow, readCentres } from '../../directory/centres/centre.reader.ts';
import { type EquipmentRow, readEquipment } from '../../equipment/items/equipment.reader.ts';

export interface HoursChangeRow {
  readonly centre: CentreRow;
  readonly equipment: EquipmentRow[];
}

const ofEquipment = 'equipment:';

/**
 * What of the followed topics an event of changed hours is about: all of a centre's equipment that it touches, or of
 * some equipment that which is followed; undefined where it is not for the actor.
 */
export async function readHoursChange(
  ctx: Context,
  { subject, topics, audiences }: LogEntry,
  followed: readonly string[],
): Promise<HoursChangeRow | undefined> {
  const { centre: centreId } = subject;
  if (!centreId || !isInAudience(ctx.actor, audiences)) return undefined;
  const whole = followed.includes(`centre:${centreId}`);
  const ids = topics
    .filter((topic) => topic.startsWith(ofEquipment) && (whole || followed.includes(topic)))
    .map((topic) => topic.slice(ofEquipment.length));
  const [centre, equipment] = await Promise.all([
    load(ctx, readCentres, centreId),
    Promise.all(ids.map((id) => load(ctx, readEquipment, id))),
  ]);
  return centre && { centre, equipment: equipment.flatMap((row) => row ?? []) };
}
