import { type Context, confirmed, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import type { AuditValues } from '../../../platform/events/audit/audit-values.rules.ts';
import { record } from '../../../platform/events/record.ts';
import { badInput, DomainError } from '../../../shared/errors.ts';
import { readEquipmentTypes } from '../../vocabulary/equipment-types/equipment-type.reader.ts';
import { equipmentEdited, equipmentPublished, equipmentWithdrawn } from '../items/equipment.events.ts';
import { type EquipmentDraft, type EquipmentFacts, readDraft } from './equipment-draft.rules.ts';
import { type EquipmentRecord, findRecord } from './equipment-record.reader.ts';
import { writeStewards } from './write-stewards.service.ts';
import { assertUnbooked, writeUnits } from './write-units.service.ts';

/** Which machine, as it was read. */
export interface EquipmentVersion {
  readonly equipmentId: string;
  readonly version: number;
}

export interface EditEquipment extends EquipmentDraft, EquipmentVersion {}

/**
 * Replaces all that is written about a machine. Throws BAD_INPUT, NOT_FOUND, FORBIDDEN, STALE_VERSION, and CONFLICT for
 * a unit that is taken out while it is booked.
 */
export async function editEquipment(ctx: Context, { equipmentId, version, ...draft }: EditEquipment): Promise<void> {
  confirmed(ctx);
  const { typeKey } = await findRecord(ctx, equipmentId, 'edit-equipment');
  const schema = (await readEquipmentTypes(ctx, [typeKey])).get(typeKey)?.attributes ?? [];
  const { facts, problems } = readDraft(draft, schema);
  if (problems.length > 0) throw badInput(problems);
  await transact(ctx, async (tx) => {
    const known = await lockVersion(tx, { equipmentId, version });
    const { name, description, room, attributes, translations, units } = facts;
    await db(tx)
      .updateTable('equipment')
      .set({ name, description, room, version: version + 1 })
      .set({ attributes: JSON.stringify(attributes), translations: JSON.stringify(translations) } as never)
      // What the centre wrote itself needs no source any more.
      .$if(description !== known.description, (query) => query.set({ evidence: null }))
      .where('id', '=', equipmentId)
      .execute();
    await writeUnits(tx, equipmentId, { known: known.units, given: units });
    await writeStewards(tx, {
      ...{ equipmentId, centreId: known.centreId },
      ...{ known: known.stewardIds, given: draft.stewardIds },
    });
    const { id, centreId, state } = known;
    record(tx, equipmentEdited({ id, centreId, state, ...changes(known, facts) }));
  });
}

/** Shows a draft to everybody, or what was withdrawn again; what is shown already stays so. */
export async function publishEquipment(ctx: Context, { equipmentId, version }: EquipmentVersion): Promise<void> {
  confirmed(ctx);
  await transact(ctx, async (tx) => {
    const known = await lockVersion(tx, { equipmentId, version });
    if (known.state === 'published') return;
    await db(tx)
      .updateTable('equipment')
      .set({ state: 'published', withdrawn_at: null, version: version + 1 })
      .where('id', '=', equipmentId)
      .execute();
    const { id, centreId, state: before } = known;
    record(tx, equipmentPublished({ id, centreId, state: 'published', before: { state: before } }));
  });
}

/** Takes a machine out of everybody's sight; throws CONFLICT while any of its units is booked. */
export async function withdrawEquipment(ctx: Context, { equipmentId, version }: EquipmentVersion): Promise<void> {
  confirmed(ctx);
  await transact(ctx, async (tx) => {
    const known = await lockVersion(tx, { equipmentId, version });
    if (known.state === 'withdrawn') return;
    await assertUnbooked(
      tx,
      known.units.map(({ id }) => id),
    );
    await db(tx)
      .updateTable('equipment')
      .set({ state: 'withdrawn', withdrawn_at: tx.now, version: version + 1 })
      .where('id', '=', equipmentId)
      .execute();
    const { id, centreId, state: before } = known;
    record(tx, equipmentWithdrawn({ id, centreId, state: 'withdrawn', before: { state: before } }));
  });
}

async function lockVersion(tx: Context, { equipmentId, version }: EquipmentVersion): Promise<EquipmentRecord> {
  const known = await findRecord(tx, equipmentId, 'edit-equipment', true);
  if (known.version !== version) throw new DomainError('STALE_VERSION');
  return known;
}

/** What the audit keeps of an edit. */
function changes(known: EquipmentRecord, facts: EquipmentFacts): { before: AuditValues; after: AuditValues } {
  const shown = ({ name, room, units, attributes }: EquipmentRecord | EquipmentFacts) => ({
    ...{ name, room, units: units.length, attributes: JSON.stringify(attributes).slice(0, 1000) },
  });
  const [was, is] = [shown(known), shown(facts)];
  const keys = (Object.keys(was) as (keyof typeof was)[]).filter((key) => was[key] !== is[key]);
  const only = (values: typeof was): AuditValues => Object.fromEntries(keys.map((key) => [key, values[key]]));
  return { before: only(was), after: only(is) };
}
