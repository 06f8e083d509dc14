import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { badInput, DomainError } from '../../../shared/errors.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { Equipment } from '../items/equipment.entity.ts';
import { Unit } from '../units/unit.entity.ts';
import type { EquipmentFacts } from './equipment-draft.rules.ts';
import type { UnitRecord } from './equipment-record.reader.ts';

/**
 * Brings the units of a locked machine to what was given: renames, adds, takes out of use. Throws BAD_INPUT for a unit
 * of another machine, CONFLICT for one that is still booked.
 */
export async function writeUnits(
  tx: Context,
  equipmentId: string,
  { known, given }: { readonly known: readonly UnitRecord[]; readonly given: EquipmentFacts['units'] },
): Promise<void> {
  const foreign = given.flatMap(({ id }, index) =>
    id !== null && !known.some((unit) => unit.id === id)
      ? [{ field: `units.${index}.id`, message: { key: 'equipment.unitUnknown' } as const }]
      : [],
  );
  if (foreign.length > 0) throw badInput(foreign);
  await takeOutOfUse(
    tx,
    known.filter(({ id }) => !given.some((unit) => unit.id === id)).map(({ id }) => id),
  );
  // Positions are never given again: bookings of the past go on naming theirs.
  const { last } = await db(tx)
    .selectFrom('unit')
    .select(sql<number>`coalesce(max(position), 0)::int`.as('last'))
    .where('equipment_id', '=', equipmentId)
    .executeTakeFirstOrThrow();
  let position = last;
  for (const { id, name, serial } of given) {
    if (id !== null) await db(tx).updateTable('unit').set({ name, serial }).where('id', '=', id).execute();
    else {
      position += 1;
      tx.em.create(Unit, {
        id: newId(),
        equipment: tx.em.getReference(Equipment, equipmentId),
        position,
        name,
        serial,
      });
    }
  }
}

async function takeOutOfUse(tx: Context, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return;
  await assertUnbooked(tx, unitIds);
  await db(tx)
    .updateTable('unit')
    .set({ withdrawn_at: tx.now })
    .where('id', 'in', [...unitIds])
    .execute();
}

/**
 * Throws CONFLICT where one of the units is booked. Whoever books holds the machine, which is locked: none comes in
 * between.
 */
export async function assertUnbooked(tx: Context, unitIds: readonly string[]): Promise<void> {
  if (unitIds.length === 0) return;
  const { count } = await db(tx)
    .selectFrom('occupancy')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('unit_id', 'in', [...unitIds])
    .where('kind', '=', 'booking')
    .where('blocking', '=', true)
    .where(sql<boolean>`upper(during) > ${tx.now}::timestamptz`)
    .executeTakeFirstOrThrow();
  if (Number(count) > 0) {
    throw new DomainError('CONFLICT', { key: 'equipment.stillBooked', parameters: { count: Number(count) } });
  }
}
