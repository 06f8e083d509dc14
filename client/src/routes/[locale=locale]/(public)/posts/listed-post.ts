import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import { NewestPost } from '#lib/features/posts/newest-post.ts';

const ListedPostFields = graphql(
  `
  fragment ListedPost on Post @_unmask {
    ...NewestPost
    excerpt
  }
`,
  [NewestPost],
);

export const Posts = graphql(
  `
  query Posts(
    $filter: PostFilter, $order: PostOrder, $after: String, $centre: String, $atCentre: Boolean!
    $offer: PostFilter, $request: PostFilter, $event: PostFilter, $discussion: PostFilter
  ) {
    posts(filter: $filter, order: $order, first: 20, after: $after) {
      totalCount
      cursor
      nodes { ...ListedPost }
      pageInfo { endCursor hasNextPage }
    }
    OFFER: posts(filter: $offer, first: 1) { totalCount }
    REQUEST: posts(filter: $request, first: 1) { totalCount }
    EVENT: posts(filter: $event, first: 1) { totalCount }
    DISCUSSION: posts(filter: $discussion, first: 1) { totalCount }
    cities { slug name }
    equipmentTypes { key name }
    centre(slug: $centre) @include(if: $atCentre) { slug name }
  }
`,
  [ListedPostFields],
);

export const ListedPostChanges = graphql(
  `
  subscription ListedPostChanges($filter: PostFilter, $after: Cursor) {
    postChanges(filter: $filter, after: $after) {
      __typename
      ... on PostChange { cursor kind post { ...ListedPost } }
      ... on ReplayGap { cursor }
      ... on AccessRevoked { message }
    }
  }
`,
  [ListedPostFields],
);

export type ListedPost = ResultOf<typeof ListedPostFields>;
