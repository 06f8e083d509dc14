import { graphql, type ResultOf } from '#lib/api/graphql.ts';

/** Whose bookings would lose their time, with what else is free for each. */
export const ImpactFields = graphql(`
  fragment ImpactFields on Impact @_unmask {
    count fingerprint
    bookings(first: 50) {
      nodes {
        actions
        booking {
          id startsAt endsAt state
          unit { id name }
          equipment { id name unitCount }
          booker { id name }
        }
        alternatives {
          kind startsAt endsAt
          unit { id name }
          equipment { id name unitCount centre { id name zone } }
        }
      }
    }
  }
`);

export type Impact = ResultOf<typeof ImpactFields>;
export type Affected = Impact['bookings']['nodes'][number];
