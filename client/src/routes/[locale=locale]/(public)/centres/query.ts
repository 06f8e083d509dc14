import { graphql } from '#lib/api/graphql.ts';

/** One line of the list of centres. */
export const CentreLine = graphql(`
  fragment CentreLine on Centre @_unmask {
    id
    slug
    name
    model
    summary
    summaryLanguage
    distance
    zone
    openNow
    closesAt
    opensAt
    equipmentCount
    city { name slug }
  }
`);

export const Centres = graphql(
  `
  query Centres($filter: CentreFilter, $after: String) {
    centres(filter: $filter, first: 24, after: $after) {
      totalCount
      nodes { ...CentreLine }
      pageInfo { endCursor hasNextPage }
      facets {
        models { model count }
        cities { city { slug name } count }
        equipmentTypes { equipmentType { key name } count }
      }
    }
    cities { slug name country { name } }
    equipmentTypes { key name }
    centrePoints(filter: $filter) { slug name latitude longitude }
  }
`,
  [CentreLine],
);
