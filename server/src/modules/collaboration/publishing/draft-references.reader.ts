import { jsonArrayFrom, jsonObjectFrom } from 'kysely/helpers/postgres';
import { type Context, db } from '../../../platform/context/context.ts';
import { isAskable } from '../../../shared/text/text.rules.ts';
import { postLimits } from '../posts/post.rules.ts';
import type { DraftReferences, PostDraft } from './post-draft.rules.ts';

type Found = Pick<DraftReferences, 'city' | 'centre' | 'equipmentTypes'>;

/** The city, the centre and the equipment types that a draft names, where there are such, in one statement. */
export async function readDraftReferences(
  ctx: Context,
  { city, centre, equipmentTypes }: Pick<PostDraft, 'city' | 'centre' | 'equipmentTypes'>,
): Promise<Found> {
  const keys = (equipmentTypes ?? []).filter(isName).slice(0, postLimits.equipmentTypes);
  const found = await db(ctx)
    .selectNoFrom(({ selectFrom }) => [
      jsonObjectFrom(selectFrom('city').select(['id', 'zone']).where('slug', '=', nameOf(city))).as('city'),
      jsonObjectFrom(
        selectFrom('centre').select(['id', 'city_id as cityId', 'zone']).where('slug', '=', nameOf(centre)),
      ).as('centre'),
      // No key is empty.
      jsonArrayFrom(
        selectFrom('equipment_type')
          .select('key')
          .where('key', 'in', ['', ...keys]),
      ).as('equipmentTypes'),
    ])
    .executeTakeFirstOrThrow();
  return { ...found, equipmentTypes: found.equipmentTypes.map(({ key }) => key) };
}

/** The database would fail on a text that it cannot keep; nothing is called so. */
const isName = (value: string): boolean => isAskable(value, postLimits.name);
/** No slug is empty. */
const nameOf = (slug: string | null | undefined): string => (slug && isName(slug) ? slug : '');
