import { sql } from 'kysely';
import { type Context, db } from '../../../platform/context/context.ts';
import { isAskable } from '../../../shared/text/text.rules.ts';
import { postLimits } from '../posts/post.rules.ts';
import type { DraftSurroundings, PostDraft } from './post-draft.rules.ts';

type Surroundings = Pick<DraftSurroundings, 'city' | 'centre' | 'equipmentTypes'>;

/** The city, the centre and the equipment types that a draft names, where there are such, in one statement. */
export async function readDraftSurroundings(
  ctx: Context,
  draft: Pick<PostDraft, 'city' | 'centre' | 'equipmentTypes'>,
): Promise<Surroundings> {
  const keys = (draft.equipmentTypes ?? []).filter(isName).slice(0, postLimits.equipmentTypes);
  const { rows } = await sql<Surroundings>`select
    (select jsonb_build_object('id', id, 'zone', zone) from city where slug = ${nameOf(draft.city)}) as city,
    (select jsonb_build_object('id', id, 'cityId', city_id, 'zone', zone)
      from centre where slug = ${nameOf(draft.centre)}) as centre,
    (select coalesce(jsonb_agg(key), '[]') from equipment_type
      where key = any(${keys}::text[])) as "equipmentTypes"`.execute(db(ctx));
  return rows[0] ?? { city: null, centre: null, equipmentTypes: [] };
}

/** The database would fail on a text that it cannot keep; nothing is called so. */
const isName = (value: string): boolean => isAskable(value, postLimits.name);
const nameOf = (slug: string | null | undefined): string | null => (slug && isName(slug) ? slug : null);
