import { graphql } from '#lib/api/graphql.ts';

/** What the list “free today” tells of one equipment. */
export const FreeNow = graphql(`
  fragment FreeNow on Equipment @_unmask {
    id
    name
    unitCount
    type { key group induction }
    rules { audience approval gridMinutes }
    viewerCan { bookNeeds { condition } }
    centre { name slug zone city { name } }
    day { startsAt endsAt kind freeUnits }
    nextFree { startsAt endsAt }
  }
`);

export const Activity = graphql(
  `
  subscription Activity($after: Cursor) {
    activity(after: $after) {
      __typename
      ... on Activity { cursor kind equipment { ...FreeNow } }
      ... on ReplayGap { cursor }
      ... on AccessRevoked { message }
    }
  }
`,
  [FreeNow],
);
