import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import type { Interval } from '../../../shared/time/interval.rules.ts';
import { openingOf } from '../../opening-hours/hours/centre-opening.rules.ts';
import { readOpenings } from '../../opening-hours/hours/opening.reader.ts';
import { openIntervals } from '../../opening-hours/hours/opening.rules.ts';
import type { EquipmentRow } from '../items/equipment.reader.ts';

/** When equipment can be reached within an interval; all asked for in the same tick are read in one statement. */
export async function loadOpenTime(
  ctx: Context,
  { id, centreId, zone }: Pick<EquipmentRow, 'id' | 'centreId' | 'zone'>,
  { start, end }: Interval,
): Promise<Interval[]> {
  const openings = await load(ctx, readOpenings, centreId);
  return openings ? openIntervals({ ...openingOf(openings, id).opening, zone, from: start, until: end }) : [];
}
