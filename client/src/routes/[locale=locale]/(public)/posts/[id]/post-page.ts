import { graphql, type ResultOf } from '#lib/api/graphql.ts';

export const FullPost = graphql(`
  fragment FullPost on Post @_unmask {
    __typename
    id
    kind
    title
    bodyHtml
    excerpt
    language
    audience
    state
    city { slug name }
    centre { slug name }
    author { person { name } actingFor { __typename ... on Centre { name } ... on Organisation { name } } }
    equipmentTypes { key name group }
    createdAt
    editedAt
    version
    replyCount
    viewerCan { edit withdraw reply }
    ... on Offer { subject terms quantity validUntil }
    ... on Request { subject terms quantity validUntil }
    ... on Event { place remote startsAt endsAt zone seats }
  }
`);

export const ReplyShown = graphql(`
  fragment ReplyShown on Reply @_unmask {
    id
    author { person { name } actingFor { __typename ... on Centre { name } ... on Organisation { name } } }
    bodyHtml
    createdAt
  }
`);

export type FullPost = ResultOf<typeof FullPost>;
export type ReplyShown = ResultOf<typeof ReplyShown>;

export const PostPage = graphql(
  `
  query PostPage($id: ID!, $after: String) {
    post(id: $id) {
      ...FullPost
      cursor
      city { latitude longitude }
      replies(first: 50, after: $after) {
        nodes { ...ReplyShown }
        pageInfo { endCursor hasNextPage }
      }
    }
    me { email }
  }
`,
  [FullPost, ReplyShown],
);

export const AddReply = graphql(`mutation AddReply($input: ReplyInput!) { reply(input: $input) { ...ReplyShown } }`, [
  ReplyShown,
]);

export const OnePostChanges = graphql(
  `
  subscription OnePostChanges($postId: ID!, $after: Cursor) {
    postChanges(postId: $postId, after: $after) {
      __typename
      ... on PostChange { cursor kind post { ...FullPost } reply { ...ReplyShown } }
      ... on ReplayGap { cursor }
      ... on AccessRevoked { message }
    }
  }
`,
  [FullPost, ReplyShown],
);
