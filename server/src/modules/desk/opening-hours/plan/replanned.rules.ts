import {
  type CentreOpening,
  type EquipmentOpening,
  effectiveOpening,
} from '../../../opening-hours/hours/centre-opening.rules.ts';
import type { Opening } from '../../../opening-hours/hours/opening.rules.ts';

/** What an equipment keeps of its own. */
const ownPart = ({ opening, ownHours }: EquipmentOpening): Opening => ({
  rules: ownHours ? opening.rules : [],
  exceptions: opening.exceptions.filter(({ ofEquipment }) => ofEquipment),
});

/** The hours of a centre and its equipment once the plan of the centre, or of one equipment, is another. */
export function replanned(current: CentreOpening, equipmentId: string | null, plan: Opening): CentreOpening {
  const centre = equipmentId === null ? plan : current.centre;
  const parts = new Map([...current.equipment].map(([id, opening]) => [id, ownPart(opening)]));
  if (equipmentId !== null) parts.set(equipmentId, plan);
  const equipment = [...parts].map(([id, own]): [string, EquipmentOpening] => [
    id,
    { opening: effectiveOpening(centre, own), ownHours: own.rules.length > 0 },
  ]);
  return { centre, equipment: new Map(equipment) };
}
