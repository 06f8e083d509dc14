import { graphql } from '#lib/api/graphql.ts';

/** What a row in a list tells of a post. */
export const NewestPost = graphql(`
  fragment NewestPost on Post @_unmask {
    __typename
    id
    kind
    title
    language
    createdAt
    replyCount
    city { slug name }
    centre { slug name }
    author { person { name } actingFor { __typename ... on Centre { name } ... on Organisation { name } } }
    repliers { person { name } actingFor { __typename ... on Centre { name } ... on Organisation { name } } }
    equipmentTypes { key group }
    ... on Event { startsAt endsAt zone }
    ... on Offer { terms validUntil }
    ... on Request { terms validUntil }
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
