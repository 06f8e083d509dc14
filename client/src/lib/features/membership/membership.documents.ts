import { type FragmentOf, graphql } from '#lib/api/graphql.ts';

/** A centre as far as it concerns becoming its member, and how the reader stands towards it. */
export const Joining = graphql(`
  fragment Joining on Centre {
    id name zone website
    membershipAccess houseRules membershipBenefits membershipLanguage
    contactEmail contactPhone contactAnswers
    viewerMembership { role }
    viewerEndedMembership { validUntil endReason }
    viewerJoinRequest { id state reason createdAt }
    viewerCan { join joinRefusal { obstacle askAgainAt } }
  }
`);
export type JoiningCentre = FragmentOf<typeof Joining>;

export const AskForMembership = graphql(`
  mutation AskForMembership($input: AskForMembershipInput!) {
    askForMembership(input: $input) {
      __typename
      ... on MembershipAsked { joinRequest { state } }
      ... on JoinRefusal { message }
    }
  }
`);

export const WithdrawJoinRequest = graphql(`
  mutation WithdrawJoinRequest($joinRequestId: ID!) {
    withdrawJoinRequest(input: { joinRequestId: $joinRequestId }) { id }
  }
`);

export const MyMembershipChanges = graphql(`
  subscription MyMembershipChanges($after: Cursor) {
    myMembershipChanges(after: $after) {
      __typename
      ... on MembershipChange { cursor centre { id } }
      ... on ReplayGap { cursor }
      ... on AccessRevoked { message }
    }
  }
`);
