import { graphql } from '#lib/api/graphql.ts';
import { ImpactFields } from '#lib/features/desk/impact/impact.documents.ts';

export const PlanFields = graphql(`
  fragment PlanFields on OpeningPlan @_unmask {
    version
    weekly { weekday opens closes }
    exceptions { kind startsOn endsOn opens closes yearly messages { language text } }
  }
`);

export const OpeningHoursToChange = graphql(
  `
    query OpeningHoursToChange($centreId: ID, $equipmentId: ID) {
      liveCursor
      openingPlan(centreId: $centreId, equipmentId: $equipmentId) { ...PlanFields }
    }
  `,
  [PlanFields],
);

export const OpeningHoursImpact = graphql(
  `
    query OpeningHoursImpact($input: OpeningPlanInput!) { openingHoursImpact(input: $input) { ...ImpactFields } }
  `,
  [ImpactFields],
);

export const ChangeOpeningHours = graphql(
  `
    mutation ChangeOpeningHours($input: ChangeOpeningHoursInput!) {
      changeOpeningHours(input: $input) {
        __typename
        ... on OpeningHoursSaved { plan { version } }
        ... on ImpactUnseen { impact { ...ImpactFields } }
      }
    }
  `,
  [ImpactFields],
);

/** Tells that bookings or hours of a centre are others now. */
export const CentreNews = graphql(`
  subscription CentreNews($centreId: ID!, $after: Cursor) {
    timelineChanges(centreId: $centreId, after: $after) {
      __typename
      ... on TimelineChange { cursor }
      ... on OpeningHoursChange { cursor }
      ... on ReplayGap { cursor }
      ... on AccessRevoked { message }
    }
  }
`);
