import { graphql } from '#lib/graphql/graphql.ts';

/** What the list of newest posts tells of one. */
export const NewestPost = graphql(`
  fragment NewestPost on Post @_unmask {
    __typename
    id
    kind
    title
    language
    createdAt
    city { name }
    centre { name }
    author { person { name } actingFor { __typename ... on Centre { name } ... on Organisation { name } } }
    ... on Event { startsAt zone }
    ... on Offer { validUntil }
    ... on Request { validUntil }
  }
`);

export const PostArrivals = graphql(
  `
  subscription PostArrivals($filter: PostFilter, $after: Cursor) {
    postChanges(filter: $filter, after: $after) {
      __typename
      ... on PostChange { cursor kind post { ...NewestPost } }
      ... on ReplayGap { cursor }
      ... on AccessRevoked { message }
    }
  }
`,
  [NewestPost],
);
