import { Centre } from '../../src/modules/directory/centres/centre.entity.ts';
import { Equipment } from '../../src/modules/equipment/items/equipment.entity.ts';
import { OpeningException, OpeningRule } from '../../src/modules/opening-hours/hours/opening.entity.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import type { World } from '../world.ts';

/** Weekly hours in local wall-clock time; every day of the week where `weekdays` is left out. */
export interface Hours {
  weekdays?: readonly number[];
  opens: string;
  closes: string;
}

export const everyDay: readonly number[] = [1, 2, 3, 4, 5, 6, 7];

/** Weekly hours of a centre, or of one equipment that keeps its own; 08:00 to 20:00 where left out. */
export async function makeHours(
  world: World,
  draft: { centre: string; equipment?: string; hours?: readonly Hours[] | undefined },
): Promise<void> {
  const em = world.em();
  for (const { weekdays = everyDay, opens, closes } of draft.hours ?? [{ opens: '08:00', closes: '20:00' }]) {
    for (const weekday of weekdays) {
      em.create(OpeningRule, {
        id: newId(),
        centre: em.getReference(Centre, draft.centre),
        equipment: draft.equipment === undefined ? null : em.getReference(Equipment, draft.equipment),
        weekday,
        opens,
        closes,
      });
    }
  }
  await em.flush();
}

export interface ExceptionDraft {
  centre: string;
  equipment?: string;
  startsOn: string;
  /** The same day where left out. */
  endsOn?: string;
  /** Special hours; closed where left out. */
  hours?: { opens: string; closes: string };
  yearly?: boolean;
  messages?: Record<string, string>;
}

/** A closure, or special hours, of a centre or one of its equipment; returns the exception's id. */
export async function makeException(world: World, draft: ExceptionDraft): Promise<string> {
  const em = world.em();
  const { id } = em.create(OpeningException, {
    id: newId(),
    centre: em.getReference(Centre, draft.centre),
    equipment: draft.equipment === undefined ? null : em.getReference(Equipment, draft.equipment),
    kind: draft.hours ? 'special_hours' : 'closed',
    startsOn: draft.startsOn,
    endsOn: draft.endsOn ?? draft.startsOn,
    opens: draft.hours?.opens ?? null,
    closes: draft.hours?.closes ?? null,
    yearly: draft.yearly ?? false,
    messages: draft.messages ?? {},
  });
  await em.flush();
  return id;
}
