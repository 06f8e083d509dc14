import type { Context } from '../../../../platform/context/context.ts';
import { load } from '../../../../platform/context/load.ts';
import { type ExceptionRow, readOpenings } from '../../../opening-hours/hours/opening.reader.ts';
import { exceptionsAhead } from '../../../opening-hours/hours/opening-now.rules.ts';
import type { OpeningOwner } from './opening-owner.reader.ts';
import type { OpeningPlan, PlannedException } from './opening-plan.rules.ts';

/** The plan that holds now, without exceptions that are over; those stay when a plan replaces another. */
export async function readPlan(ctx: Context, owner: OpeningOwner): Promise<OpeningPlan> {
  const { centreId, equipmentId, zone } = owner;
  const openings = await load(ctx, readOpenings, centreId);
  const found = equipmentId === null ? undefined : openings?.equipment.get(equipmentId);
  const exceptions = found ? found.opening.exceptions.filter(({ ofEquipment }) => ofEquipment) : [];
  const weekly = found?.ownHours ? found.opening.rules : [];
  const own =
    equipmentId === null
      ? { weekly: openings?.centre.rules ?? [], exceptions: openings?.centre.exceptions ?? [] }
      : { weekly, exceptions };
  return {
    weekly: own.weekly.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
    exceptions: exceptionsAhead(own.exceptions, zone, ctx.now.getTime()).map(planned),
  };
}

const planned = ({ id: _id, ofEquipment: _of, ...exception }: ExceptionRow): PlannedException => exception;
