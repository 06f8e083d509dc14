import { everywhere } from '../place.rules.ts';

/** What was suggested, as far as an address needs. */
export type Meant =
  | {
      readonly __typename: 'EquipmentTypeSuggestion';
      readonly equipmentType: { readonly key: string };
      readonly inCity: number | null;
    }
  | { readonly __typename: 'CentreSuggestion'; readonly centre: { readonly slug: string } };

/** The page that a suggestion leads to; where the city has none of it, that of all cities. */
export function addressOf(meant: Meant, city: string | undefined): `/${string}` {
  if (meant.__typename === 'CentreSuggestion') return `/centres/${meant.centre.slug}`;
  const query = new URLSearchParams({ what: meant.equipmentType.key });
  if (city) query.set('city', meant.inCity === 0 ? everywhere : city);
  return `/find?${query}`;
}

/** What is told apart from others among suggestions, also as the id of an element. */
export const idOf = (meant: Meant): string =>
  meant.__typename === 'CentreSuggestion' ? `centre-${meant.centre.slug}` : `type-${meant.equipmentType.key}`;
