import { graphql } from '#lib/api/graphql.ts';
import { FreeNow } from '#lib/features/equipment/free-now.ts';
import { NewestPost } from '#lib/features/posts/newest-post.ts';

/** What does not depend on the city; its cursor is older than all that is asked for later. */
export const Network = graphql(
  `
  query HomeNetwork {
    cities { slug name zone partner centreCount country { name } }
    centres(first: 1) { totalCount }
    posts(first: 6) { cursor nodes { ...NewestPost } }
    coming: posts(first: 3, order: SOONEST, filter: { current: true }) { nodes { ...NewestPost } }
  }
`,
  [NewestPost],
);

/** What concerns the reader alone. */
export const Mine = graphql(`
  query HomeMine {
    me {
      memberships { centre { slug name model openNow city { slug name } } }
      joinRequests(first: 5) { nodes { id state centre { slug name } } }
    }
    myBookings(period: UPCOMING, first: 3) {
      totalCount
      nodes { id startsAt endsAt state equipment { id name type { key group } centre { name zone } } }
    }
  }
`);

/** The workshops of a city and what is free there today. */
export const InCity = graphql(
  `
  query HomeInCity($city: String, $mine: Boolean, $freeFrom: DateTimeISO, $freeUntil: DateTimeISO) {
    coming: posts(first: 3, order: SOONEST, filter: { current: true, city: $city }) { nodes { ...NewestPost } }
    centres(filter: { city: $city }, first: 40) {
      totalCount
      nodes { slug model openNow }
      facets { equipmentTypes { equipmentType { key group } } }
    }
    open: centres(filter: { city: $city, openNow: true }, first: 1) { totalCount }
    centrePoints(filter: { city: $city }) { slug name latitude longitude }
    searchEquipment(filter: { city: $city, usableByMe: $mine, freeFrom: $freeFrom, freeUntil: $freeUntil }, first: 40) {
      totalCount
      nodes { equipment { ...FreeNow } }
    }
  }
`,
  [FreeNow, NewestPost],
);
