import { type FragmentOf, graphql } from '#lib/api/graphql.ts';
import { HoursFields } from '#lib/features/equipment/hours.documents.ts';

export const TakenFields = graphql(`
  fragment TakenFields on Occupancy {
    id unit { id } startsAt endsAt kind waiting mine note
    booking { id startsAt endsAt booker { name } }
  }
`);

export const LaneFields = graphql(
  `
    fragment LaneFields on TimelineLane {
      unit { id name position }
      open { startsAt endsAt }
      occupancies { ...TakenFields }
    }
  `,
  [TakenFields],
);

export const Timeline = graphql(
  `
    query Timeline($equipmentId: ID!, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!) {
      timeline(equipmentIds: [$equipmentId], startsAt: $startsAt, endsAt: $endsAt) {
        cursor
        lanes { ...LaneFields }
      }
    }
  `,
  [LaneFields],
);

export const TimelineChanges = graphql(
  `
    subscription TimelineChanges(
      $equipmentId: ID!, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!, $after: Cursor
    ) {
      timelineChanges(equipmentIds: [$equipmentId], after: $after) {
        __typename
        ... on TimelineChange { cursor startsAt endsAt occupancies { ...TakenFields } }
        ... on OpeningHoursChange { cursor equipment { ...HoursFields open(startsAt: $startsAt, endsAt: $endsAt) { startsAt endsAt } } }
        ... on ReplayGap { cursor }
        ... on AccessRevoked { message }
      }
    }
  `,
  [TakenFields, HoursFields],
);

export const ReasonFields = graphql(`
  fragment ReasonFields on RefusalReason { condition message remedy suggestedStart suggestedEnd }
`);

export const AlternativeFields = graphql(`
  fragment AlternativeFields on SlotAlternative {
    kind startsAt endsAt distance
    unit { id name }
    equipment { id name centre { name zone city { name } } }
  }
`);

export const VerdictFields = graphql(
  `
    fragment VerdictFields on BookingVerdict {
      outcome
      unit { id name }
      ownClash { id startsAt endsAt equipment { name centre { name zone } } }
      checks { condition passed needsApproval message remedy suggestedStart suggestedEnd }
      alternatives { ...AlternativeFields }
    }
  `,
  [AlternativeFields],
);

export const CheckBooking = graphql(
  `
    query CheckBooking($equipmentId: ID!, $unitId: ID, $startsAt: DateTimeISO!, $endsAt: DateTimeISO!, $movingId: ID, $holdId: ID) {
      checkBooking(equipmentId: $equipmentId, unitId: $unitId, startsAt: $startsAt, endsAt: $endsAt, movingId: $movingId, holdId: $holdId) {
        ...VerdictFields
      }
    }
  `,
  [VerdictFields],
);

export type Verdict = FragmentOf<typeof VerdictFields>;
export type Check = Verdict['checks'][number];
export type Alternative = FragmentOf<typeof AlternativeFields>;
export type Reason = FragmentOf<typeof ReasonFields>;
