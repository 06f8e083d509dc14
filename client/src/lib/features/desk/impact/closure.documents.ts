import { graphql } from '#lib/api/graphql.ts';
import { ImpactFields } from './impact.documents.ts';

export const ClosuresOfDesk = graphql(`
  query ClosuresOfDesk($slug: String!) {
    liveCursor
    desk(centreSlug: $slug) {
      centre { id zone viewerCan { acts } equipment { id name units { id name } } }
      closures {
        id kind startsAt endsAt version givenWay
        texts { language text }
        equipment { id name unitCount }
        unit { id name }
      }
    }
  }
`);

export const ClosureImpact = graphql(
  `
    query ClosureImpact($input: ClosureInput!) { closureImpact(input: $input) { ...ImpactFields } }
  `,
  [ImpactFields],
);

export const CloseTime = graphql(
  `
    mutation CloseTime($input: CloseTimeInput!) {
      closeTime(input: $input) {
        __typename
        ... on TimeClosed { closure { id } }
        ... on ImpactUnseen { impact { ...ImpactFields } }
      }
    }
  `,
  [ImpactFields],
);

export const LiftClosure = graphql(`
  mutation LiftClosure($input: LiftClosureInput!) { liftClosure(input: $input) { offered } }
`);
