import { Occupancy } from '../../src/modules/booking/occupancy/occupancy.entity.ts';
import type { OccupancyKind } from '../../src/modules/booking/occupancy/occupancy.enums.ts';
import { Centre } from '../../src/modules/directory/centres/centre.entity.ts';
import { Equipment } from '../../src/modules/equipment/items/equipment.entity.ts';
import type { ApprovalNeed, BookingAudience } from '../../src/modules/equipment/items/equipment.enums.ts';
import { Unit } from '../../src/modules/equipment/units/unit.entity.ts';
import { EquipmentType } from '../../src/modules/vocabulary/equipment-types/equipment-type.entity.ts';
import type {
  EquipmentGroup,
  InductionHabit,
} from '../../src/modules/vocabulary/equipment-types/equipment-type.enums.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import type { World } from '../world.ts';
import { makeCentre } from './directory.ts';
import { type Hours, makeHours } from './opening.ts';

export interface EquipmentTypeDraft {
  key?: string;
  names?: Record<string, string>;
  group?: EquipmentGroup;
  induction?: InductionHabit;
}

/** Enters an equipment type (by default the laser cutter) where it is not there yet; returns its key. */
export async function makeEquipmentType(world: World, draft: EquipmentTypeDraft = {}): Promise<string> {
  const key = draft.key ?? 'laser_cutter';
  const em = world.em();
  if (!(await em.findOne(EquipmentType, { key }))) {
    em.create(EquipmentType, {
      key,
      names: draft.names ?? laserNames(key),
      group: draft.group ?? 'digital_fabrication',
      induction: draft.induction ?? 'always',
    });
    await em.flush();
  }
  return key;
}

const laserNames = (key: string): Record<string, string> =>
  key === 'laser_cutter'
    ? { en: 'Laser cutter / engraver', lt: 'Lazerinio pjovimo ir graviravimo staklės' }
    : { en: key, lt: key };

export interface EquipmentDraft {
  /** Id of a centre; a new one where left out. */
  centre?: string;
  /** Key of an equipment type, which is made where it is missing; the laser cutter where left out. */
  type?: string;
  name?: string | null;
  description?: string;
  /** How many units, or their names; one where left out. */
  units?: number | readonly string[];
  audience?: BookingAudience;
  approval?: ApprovalNeed;
  gridMinutes?: number;
  minimumMinutes?: number;
  maximumMinutes?: number;
  leadMinutes?: number;
  horizonDays?: number;
  bufferBeforeMinutes?: number;
  bufferAfterMinutes?: number;
  withdrawn?: boolean;
  /** Own weekly hours; its centre's where left out. */
  hours?: readonly Hours[];
}

export interface MadeEquipment {
  id: string;
  centre: string;
  /** Ids of the units in their order. */
  units: string[];
}

/** Enters equipment with its units, open to everybody with an account unless said otherwise. */
export async function makeEquipment(world: World, draft: EquipmentDraft = {}): Promise<MadeEquipment> {
  const centre = draft.centre ?? (await makeCentre(world));
  const type = await makeEquipmentType(world, draft.type === undefined ? {} : { key: draft.type });
  const { centre: _centre, type: _type, units: wanted = 1, hours, withdrawn, ...facts } = draft;
  const em = world.em();
  const equipment = em.create(Equipment, {
    audience: 'everyone',
    ...facts,
    id: newId(),
    centre: em.getReference(Centre, centre),
    type: em.getReference(EquipmentType, type),
    state: withdrawn ? 'withdrawn' : 'published',
    withdrawnAt: withdrawn ? world.now : null,
    createdAt: world.now,
  });
  await em.flush();
  const names = typeof wanted === 'number' ? Array.from({ length: wanted }, () => null) : wanted;
  const units: string[] = [];
  for (const [index, name] of names.entries()) {
    units.push(await makeUnit(world, { equipment: equipment.id, position: index + 1, name }));
  }
  if (hours) await makeHours(world, { centre, equipment: equipment.id, hours });
  return { id: equipment.id, centre, units };
}

/** Adds a unit to equipment; returns its id. */
export async function makeUnit(
  world: World,
  draft: { equipment: string; position: number; name?: string | null; withdrawn?: boolean },
): Promise<string> {
  const em = world.em();
  const { id } = em.create(Unit, {
    id: newId(),
    equipment: em.getReference(Equipment, draft.equipment),
    position: draft.position,
    name: draft.name ?? null,
    withdrawnAt: draft.withdrawn ? world.now : null,
  });
  await em.flush();
  return id;
}

export interface OccupancyDraft {
  unit: string;
  /** Instants, ISO 8601. */
  from: string;
  until: string;
  kind?: OccupancyKind;
  note?: string | null;
  /** False for time that was freed again. */
  blocking?: boolean;
}

/** Takes time of a unit without a booking, as maintenance unless said otherwise; returns the occupancy's id. */
export async function makeOccupancy(world: World, draft: OccupancyDraft): Promise<string> {
  const em = world.em();
  const { id } = em.create(Occupancy, {
    id: newId(),
    unit: em.getReference(Unit, draft.unit),
    during: `[${draft.from},${draft.until})`,
    kind: draft.kind ?? 'maintenance',
    blocking: draft.blocking ?? true,
    note: draft.note ?? null,
  });
  await em.flush();
  return id;
}
