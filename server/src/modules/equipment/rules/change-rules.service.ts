import { type Context, confirmed, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import type { AuditValues } from '../../../platform/events/audit/audit-values.rules.ts';
import { record } from '../../../platform/events/record.ts';
import { badInput, DomainError } from '../../../shared/errors.ts';
import { findRecord } from '../editing/equipment-record.reader.ts';
import type { BookingRules } from '../items/booking-rules.rules.ts';
import { bookingRulesChanged } from '../items/equipment.events.ts';
import { readEquipment } from '../items/equipment.reader.ts';
import { rulesProblems } from './booking-rules-draft.rules.ts';

export interface ChangeBookingRules {
  readonly equipmentId: string;
  /** The version that was read. */
  readonly version: number;
  readonly rules: BookingRules;
}

/**
 * Replaces the rules of booking a machine. Bookings that stand keep those under which they were made; whoever books at
 * this moment holds the machine, and is decided either by the rules before or by these. Throws BAD_INPUT, NOT_FOUND,
 * FORBIDDEN, STALE_VERSION.
 */
export async function changeBookingRules(
  ctx: Context,
  { equipmentId, version, rules }: ChangeBookingRules,
): Promise<void> {
  confirmed(ctx);
  const problems = rulesProblems(rules);
  if (problems.length > 0) throw badInput(problems);
  await transact(ctx, async (tx) => {
    const known = await findRecord(tx, equipmentId, 'edit-rules', true);
    if (known.version !== version) throw new DomainError('STALE_VERSION');
    const before = (await readEquipment(tx, [equipmentId])).get(equipmentId)?.rules;
    const { audience, approval, gridMinutes, minimumMinutes, maximumMinutes, leadMinutes, horizonDays } = rules;
    await db(tx)
      .updateTable('equipment')
      .set({ audience, approval, grid_minutes: gridMinutes, lead_minutes: leadMinutes, horizon_days: horizonDays })
      .set({ minimum_minutes: minimumMinutes, maximum_minutes: maximumMinutes, version: version + 1 })
      .set({ buffer_before_minutes: rules.bufferBeforeMinutes, buffer_after_minutes: rules.bufferAfterMinutes })
      .where('id', '=', equipmentId)
      .execute();
    const { id, centreId, state } = known;
    record(tx, bookingRulesChanged({ id, centreId, state, before: { ...before } as AuditValues, after: { ...rules } }));
  });
}
