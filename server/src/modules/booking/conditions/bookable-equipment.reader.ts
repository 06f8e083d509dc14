import type { Actor } from '../../../access/actor.rules.ts';
import { type Context, db } from '../../../platform/context/context.ts';
import type { Stretch } from '../../../shared/time/stretch.rules.ts';
import type { BookingRules } from '../../equipment/items/booking-rules.rules.ts';

/** Equipment as far as it decides about bookings, and where it stands. */
export interface BookableEquipment {
  readonly id: string;
  readonly typeKey: string;
  readonly centreId: string;
  readonly centreName: string;
  readonly cityId: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly zone: string;
  readonly rules: BookingRules;
  readonly withdrawn: boolean;
}

/** What somebody wants to book. */
export interface BookingRequest extends Stretch {
  readonly equipmentId: string;
  /** One unit; any free one where left out. */
  readonly unitId?: string | null | undefined;
  /** The booking being moved, whose own time does not count. */
  readonly movingId?: string | undefined;
  /** Bookings that give way at the same moment, whose time does not count either. */
  readonly givingWay?: ReadonlySet<string> | undefined;
  /** A hold of the asker's, whose time does not count; that of one who signed in never does. */
  readonly holdId?: string | null | undefined;
  /** Whose request it is that the actor answers; the actor's own where left out. */
  readonly requester?: Actor | undefined;
  /** The set-up that a booking being extended began with; it goes on from there. */
  readonly extending?: Pick<BookingRules, 'bufferBeforeMinutes'> | undefined;
}

/** A request with the equipment it is about. */
export interface BookableRequest extends BookingRequest {
  readonly equipment: BookableEquipment;
}

/**
 * Equipment by id, also what was withdrawn. With `lock`, whoever changes the rules of it waits until the transaction
 * ends, and what is read afterwards is as new as the rules.
 */
export async function readBookableEquipment(
  ctx: Context,
  ids: readonly string[],
  lock = false,
): Promise<ReadonlyMap<string, BookableEquipment>> {
  const query = db(ctx)
    .selectFrom('equipment')
    .innerJoin('centre', 'centre.id', 'equipment.centre_id')
    .select(['equipment.id', 'equipment.type_key as typeKey', 'equipment.withdrawn_at as withdrawnAt'])
    .select(['centre.id as centreId', 'centre.name as centreName', 'centre.city_id as cityId'])
    .select(['centre.latitude', 'centre.longitude', 'centre.zone'])
    .select(['equipment.audience', 'equipment.approval'])
    .select(['grid_minutes as gridMinutes', 'lead_minutes as leadMinutes', 'horizon_days as horizonDays'])
    .select(['minimum_minutes as minimumMinutes', 'maximum_minutes as maximumMinutes'])
    .select(['buffer_before_minutes as bufferBeforeMinutes', 'buffer_after_minutes as bufferAfterMinutes'])
    .where('equipment.id', 'in', [...ids])
    .orderBy('equipment.id');
  const rows = await (lock ? query.forShare('equipment') : query).execute();
  return new Map(
    rows.map(({ id, typeKey, withdrawnAt, centreId, centreName, cityId, latitude, longitude, zone, ...rules }) => [
      id,
      {
        ...{ id, typeKey, centreId, centreName, cityId, zone, rules, withdrawn: Boolean(withdrawnAt) },
        latitude: latitude ?? null,
        longitude: longitude ?? null,
      },
    ]),
  );
}
