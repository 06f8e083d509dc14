import { stableId } from '../../../shared/ids/stable-id.rules.ts';
import type { DemoCentre, DemoData } from '../demonstration-data.rules.ts';

/** A unit that can be booked, with its equipment's rules. */
export type PlannedEquipment = ReturnType<typeof planEquipment>['equipment'][number];

/** The equipment of a centre with its units: what its source names and what is usual in such a place. */
export function planEquipment(data: DemoData, centre: DemoCentre, createdAt: Date) {
  const rows = data.equipment.filter((row) => row.centre === centre.key);
  const equipment = rows.map((row) => ({
    id: stableId('equipment', `${row.centre}/${row.type}`),
    centre: centre.id,
    type: row.type,
    name: null,
    description: row.words,
    evidence: row.basis === 'named' ? ('named' as const) : ('assumed' as const),
    ...rulesOf(data, row.type, centre),
    withdrawnAt: null,
    createdAt,
    version: 1,
  }));
  const units = rows.flatMap((row) => {
    const names = row.unit_names.split('|');
    return Array.from({ length: Number(row.units) }, (_, index) => ({
      id: stableId('unit', `${row.centre}/${row.type}/${index + 1}`),
      equipment: stableId('equipment', `${row.centre}/${row.type}`),
      position: index + 1,
      name: names[index] || null,
      withdrawnAt: null,
    }));
  });
  return { equipment, units };
}

/** The group of an equipment type. Throws where the type is not known. */
export function groupOf(data: DemoData, type: string) {
  const found = data.types.find(({ key }) => key === type);
  if (!found) throw new Error(`Equipment type ${type} is not in the list.`);
  return found.group;
}

function rulesOf(data: DemoData, type: string, { key, model }: DemoCentre) {
  const row =
    data.rules.find(({ scope }) => scope === type) ?? data.rules.find(({ scope }) => scope === groupOf(data, type));
  if (!row) throw new Error(`No booking rules for ${type}.`);
  return {
    audience:
      data.audiences.find((other) => other.centre === key && other.type === type)?.audience ??
      data.audiences.find((other) => other.model === model)?.audience ??
      row.audience,
    approval: row.approval,
    gridMinutes: Number(row.grid),
    minimumMinutes: Number(row.minimum),
    maximumMinutes: Number(row.maximum),
    leadMinutes: Number(row.lead),
    horizonDays: Number(row.horizon),
    bufferBeforeMinutes: Number(row.before),
    bufferAfterMinutes: Number(row.after),
  };
}
