import { sql } from 'kysely';
import { rowsOf } from '../../src/platform/database/database.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import type { World } from '../world.ts';

/** Enters an open problem of a unit with its report; `steward` looks after the equipment. Returns its id. */
export async function makeProblem(
  world: World,
  { unit, reporter, equipment, steward }: { unit: string; reporter: string; equipment: string; steward?: string },
): Promise<string> {
  const rows = rowsOf(world.em());
  const id = newId();
  await rows
    .insertInto('problem')
    .values({
      ...{ id, unit_id: unit, kind: 'limits', state: 'reported', words: 'Spindulys silpnas', version: 1 },
      ...{ reporter_id: reporter, reported_at: world.now, outage_id: null, assignee_id: null },
      ...{ same_as_id: null, closed_at: null },
    })
    .execute();
  const step = { id: newId(), problem_id: id, at: world.now, person_id: reporter, words: '', ends_at: null };
  await rows
    .insertInto('problem_step')
    .values({ ...step, kind: 'report' })
    .execute();
  if (steward) {
    await rows
      .insertInto('equipment_steward')
      .values({ equipment_id: equipment, person_id: steward, since: world.now })
      .execute();
  }
  return id;
}

/** Gives a type an attribute with a choice, and a machine of it this choice, a text in Lithuanian and a room. */
export async function tellAttributes(world: World, equipmentId: string, typeKey: string): Promise<void> {
  const names = { en: 'Materials', lt: 'Medžiagos' };
  const options = [{ key: 'wood', names: { en: 'Wood', lt: 'Mediena' } }];
  const schema = [
    { key: 'materials', kind: 'choices', names, unit: '', minimum: null, maximum: null, options },
    {
      key: 'power',
      kind: 'number',
      names: { en: 'Power', lt: 'Galia' },
      unit: 'W',
      minimum: 1,
      maximum: 1000,
      options: [],
    },
  ];
  const db = rowsOf(world.em());
  await sql`update equipment_type set attributes = ${JSON.stringify(schema)}::jsonb where key = ${typeKey}`.execute(db);
  await sql`update equipment set attributes = '{"materials": ["wood"], "power": 60}',
    translations = '{"lt": {"name": "Lazeris", "description": "Pjauna"}}', room = 'Dirbtuvė'
    where id = ${equipmentId}`.execute(db);
}
