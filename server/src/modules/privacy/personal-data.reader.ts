import { sql } from 'kysely';
import { type Context, db } from '../../platform/context/context.ts';
import {
  type PersonalTable,
  type PersonalTableName,
  personalTableNames,
  personalTables,
} from './personal-data.rules.ts';

/** The rows of one table that are about a person, as JSON. */
export interface PersonalDataPart {
  readonly kind: PersonalTableName;
  readonly count: number;
  readonly json: string;
}

/** Names beside the ids of centres, cities and machines, so that a person can read their copy. */
const readable: Partial<Record<PersonalTableName, string>> = {
  join_request: `jsonb_build_object('centre', (select name from centre where id = t.centre_id))`,
  membership: `jsonb_build_object('centre', (select name from centre where id = t.centre_id))`,
  mandate: `jsonb_build_object('organisation', (select name from organisation where id = t.organisation_id))`,
  city_coordinator: `jsonb_build_object('city', (select name from city where id = t.city_id))`,
  booking: `(select jsonb_build_object('equipment', coalesce(equipment.name, equipment.type_key), 'centre', centre.name)
    from equipment join centre on centre.id = equipment.centre_id where equipment.id = t.equipment_id)`,
  hold: `(select jsonb_build_object('equipment', coalesce(equipment.name, equipment.type_key), 'centre', centre.name)
    from equipment join centre on centre.id = equipment.centre_id where equipment.id = t.equipment_id)`,
  notification: `jsonb_build_object('centre', (select name from centre where id = t.centre_id))`,
  post: `jsonb_build_object('equipment_types',
    (select jsonb_agg(type_key order by type_key) from post_equipment_type where post_id = t.id))`,
};

/** Everything the tables say about a person, one part a table, in one statement each; tables without a row too. */
export async function readPersonalData(ctx: Context, personId: string): Promise<PersonalDataPart[]> {
  const parts: PersonalDataPart[] = [];
  for (const kind of personalTableNames) {
    const { named, secret, acts }: PersonalTable = personalTables[kind];
    const names = (columns: readonly string[]) => columns.map((column) => sql`t.${sql.ref(column)} = ${personId}`);
    const conditions = names(named);
    // What was told to this person alone is about them as well.
    if (kind === 'logged_event') conditions.push(sql`${`person:${personId}`} = any(t.audiences)`);
    const about = sql.join(conditions, sql` or `);
    const shown = sql.val([...(acts?.shows ?? [])]);
    const did = sql.join([sql`false`, ...names(acts?.by ?? [])], sql` or `);
    const { rows } = await sql<{ count: number; json: string }>`
      select count(*)::int as count, coalesce(jsonb_pretty(jsonb_agg(
        case when ${about}
          then to_jsonb(t) - ${sql.val([...secret])}::text[] || coalesce(${sql.raw(readable[kind] ?? `'{}'::jsonb`)}, '{}')
          else (select jsonb_object_agg(key, value) from jsonb_each(to_jsonb(t)) where key = any(${shown}::text[])) end
      )), '[]') as json
      from ${sql.table(kind)} t where ${about} or ${did}`.execute(db(ctx));
    const [row] = rows;
    if (row) parts.push({ kind, ...row });
  }
  return parts;
}
