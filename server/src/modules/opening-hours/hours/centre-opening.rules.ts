import type { DayException, Opening, WeeklyHours } from './opening.rules.ts';

/** The hours of a centre, and of those of its equipment that keep some of their own. */
export interface CentreOpening<Hours extends WeeklyHours = WeeklyHours, Exception extends DayException = DayException> {
  readonly centre: Opening<Hours, Exception>;
  readonly equipment: ReadonlyMap<string, EquipmentOpening<Hours, Exception>>;
}

/** What holds for an equipment, and whether its weekly hours are its own. */
export interface EquipmentOpening<
  Hours extends WeeklyHours = WeeklyHours,
  Exception extends DayException = DayException,
> {
  readonly opening: Opening<Hours, Exception>;
  readonly ownHours: boolean;
}

/** An equipment's hours: its own rules replace its centre's where it has any; exceptions of both hold. */
export function effectiveOpening<Hours extends WeeklyHours, Exception extends DayException>(
  centre: Opening<Hours, Exception>,
  equipment: Opening<Hours, Exception>,
): Opening<Hours, Exception> {
  return {
    rules: equipment.rules.length > 0 ? equipment.rules : centre.rules,
    exceptions: [
      ...centre.exceptions,
      ...equipment.exceptions.map((exception) => ({ ...exception, ofEquipment: true })),
    ],
  };
}

type Kept<Part> = Part & { readonly equipmentId: string | null };

/** Sorts what is stored for a centre by whose it is: its own, and that of single equipment. */
export function ofCentre<Hours extends WeeklyHours, Exception extends DayException>(
  stored: Opening<Kept<Hours>, Kept<Exception>>,
): CentreOpening<Hours, Exception> {
  const part = (id: string | null): Opening<Hours, Exception> => ({
    rules: stored.rules.filter(({ equipmentId }) => equipmentId === id),
    exceptions: stored.exceptions.filter(({ equipmentId }) => equipmentId === id),
  });
  const centre = part(null);
  const keepers = new Set([...stored.rules, ...stored.exceptions].flatMap(({ equipmentId }) => equipmentId ?? []));
  const equipment = [...keepers].map((id): [string, EquipmentOpening<Hours, Exception>] => {
    const own = part(id);
    return [id, { opening: effectiveOpening(centre, own), ownHours: own.rules.length > 0 }];
  });
  return { centre, equipment: new Map(equipment) };
}

/** The hours of an equipment of a centre; one object for all that follow their centre. */
export const openingOf = <Hours extends WeeklyHours, Exception extends DayException>(
  { centre, equipment }: CentreOpening<Hours, Exception>,
  equipmentId: string,
): EquipmentOpening<Hours, Exception> => equipment.get(equipmentId) ?? { opening: centre, ownHours: false };
