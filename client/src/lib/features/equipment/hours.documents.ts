import { graphql, type ResultOf } from '#lib/api/graphql.ts';
import { FreeNow } from './free-now.ts';

/** When an equipment can be reached, and the days on which its centre differs. */
export const HoursFields = graphql(`
  fragment HoursFields on Equipment @_unmask {
    openingHours { weekday opens closes }
    centre { openingExceptions { id kind startsOn endsOn opens closes yearly message } }
  }
`);

export type Hours = ResultOf<typeof HoursFields>;

/** Hours of a centre that change while its page is open, with what they mean for its equipment. */
export const CentreHours = graphql(
  `
    subscription CentreHours($centreId: ID!, $after: Cursor) {
      timelineChanges(centreId: $centreId, after: $after) {
        __typename
        ... on TimelineChange { cursor }
        ... on OpeningHoursChange {
          cursor
          centre {
            openNow
            closesAt
            opensAt
            openingHours { weekday opens closes }
            openingExceptions { id kind startsOn endsOn yearly opens closes message }
          }
          equipment { ...FreeNow }
        }
        ... on ReplayGap { cursor }
        ... on AccessRevoked { message }
      }
    }
  `,
  [FreeNow],
);
