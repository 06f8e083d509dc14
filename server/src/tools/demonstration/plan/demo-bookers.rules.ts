import type { DemoUnit } from './demo-calendar.rules.ts';
import type { Random } from './random.rules.ts';

/** A person of the demonstration with what they may do. */
export interface DemoPerson {
  readonly id: string;
  readonly country: string;
  /** Ids of centres by the role there. */
  readonly belongsTo: readonly string[];
  readonly worksAt: readonly string[];
  /** Ids of organisations they hold a mandate of. */
  readonly mandates: readonly string[];
}

/** Who books, and for whom. */
export interface Booker {
  readonly person: string;
  readonly organisation: string | null;
  readonly actingCentre: string | null;
}

/** Someone who may book a unit and is free then; people of the country are asked first. Null after five refusals. */
export function bookerFor(
  { equipment, centre }: DemoUnit,
  people: readonly DemoPerson[],
  random: Random,
  isFree: (person: string) => boolean,
): Booker | null {
  const allowed = people.filter(({ belongsTo }) =>
    equipment.audience === 'members'
      ? belongsTo.includes(centre.id)
      : equipment.audience === 'everyone' || belongsTo.length > 0,
  );
  const members = allowed.filter(({ belongsTo }) => belongsTo.includes(centre.id));
  const local = allowed.filter(({ country }) => country === centre.country);
  for (let attempt = 0; attempt < 5; attempt += 1) {
    const chance = random.between(1, 100);
    const group = [chance <= 45 ? members : chance <= 95 ? local : allowed, local, allowed].find(
      (list) => list.length > 0,
    );
    if (!group) return null;
    const person = random.pick(group);
    if (isFree(person.id)) return { person: person.id, ...actingFor(person, centre.id, random) };
  }
  return null;
}

function actingFor(person: DemoPerson, centre: string, random: Random): Omit<Booker, 'person'> {
  if (person.mandates.length > 0 && random.chance(0.5)) {
    return { organisation: random.pick(person.mandates), actingCentre: null };
  }
  const elsewhere = person.worksAt.filter((id) => id !== centre);
  if (elsewhere.length > 0 && random.chance(0.15)) return { organisation: null, actingCentre: random.pick(elsewhere) };
  return { organisation: null, actingCentre: null };
}
