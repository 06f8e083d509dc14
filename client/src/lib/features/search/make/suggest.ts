import { graphql, type ResultOf } from '#lib/api/graphql.ts';

/** What somebody may mean who types what they want to make. */
export const Suggest = graphql(`
  query Suggest($text: String!, $city: String, $first: Int) {
    suggestEquipment(text: $text, city: $city, first: $first) {
      __typename
      ... on EquipmentTypeSuggestion { equipmentType { key name group } inCity inNetwork }
      ... on CentreSuggestion { centre { slug name model openNow city { name } } }
    }
  }
`);

export type Suggestion = ResultOf<typeof Suggest>['suggestEquipment'][number];
