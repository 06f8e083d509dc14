import { graphql, type ResultOf } from '#lib/api/graphql.ts';

const News = graphql(`
  fragment News on Activity @_unmask {
    cursor
    kind
    at
    centre { name }
    equipment { id name }
    post { id title language }
  }
`);
export type News = ResultOf<typeof News>;

export const LatestNews = graphql(`query LatestNews { latestActivity { ...News } }`, [News]);

export const NewsChanges = graphql(
  `
  subscription NewsChanges($after: Cursor) {
    activity(after: $after) {
      __typename
      ... on Activity { ...News }
      ... on ReplayGap { cursor }
      ... on AccessRevoked { message }
    }
  }
`,
  [News],
);
