import { graphql } from '#lib/graphql/graphql.ts';

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
    equipmentCount
    city { name slug }
  }
`);

/** Asked apart: it changes with the clock, while the rest is the same for everybody until somebody edits a centre. */
export const OpenNow = graphql(`
  query OpenNow($filter: CentreFilter, $after: String) {
    centres(filter: $filter, first: 24, after: $after) { nodes { id openNow } }
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
    cities { slug name }
    equipmentTypes { key name }
    centrePoints(filter: $filter) { slug name latitude longitude }
  }
`,
  [CentreLine],
);
