import { type RequestEvent, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/locale.ts';
import { type Made, nearest } from './made.rules.ts';
import { Suggest, type Suggestion } from './suggest.ts';
import { addressOf } from './suggestion.rules.ts';

interface NamedType {
  readonly key: string;
  readonly name: string;
}

/** What somebody means who said in their own words what they want to make. */
export interface Understood extends Made {
  /** Undefined where nothing is called so. */
  readonly meant: NamedType | undefined;
  /** What else they may mean; where nothing is called so, what looks most like it. */
  readonly others: readonly NamedType[];
  readonly centres: readonly { readonly slug: string; readonly name: string }[];
}

const isCentre = (meaning: Suggestion) => meaning.__typename === 'CentreSuggestion';

/**
 * Understands what was said. Who said nothing but the name of a centre (`alone`) is led to it.
 * @param city slug of the city whose machines come first
 */
export async function understand(
  { locals }: Pick<RequestEvent, 'locals'>,
  made: Made,
  { types, city, alone }: { types: readonly NamedType[]; city: string | undefined; alone: boolean },
): Promise<Understood> {
  const found = (await locals.graphql.query(Suggest, { text: made.text, city: city ?? null, first: 6 }))
    .suggestEquipment;
  const [first] = found;
  if (first && isCentre(first) && alone) redirect(303, href(locals.locale, addressOf(first, city)));
  const centres = found.flatMap((meaning) => (isCentre(meaning) ? [meaning.centre] : []));
  const [meant, ...others] = found.flatMap((meaning) => (isCentre(meaning) ? [] : [meaning.equipmentType]));
  return {
    ...made,
    meant,
    others: meant ? others.slice(0, 3) : nearest(made.text, types),
    centres: centres.slice(0, 2),
  };
}
