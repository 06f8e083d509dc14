import { fail } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { text } from '#lib/forms/schema.server.ts';

const MembershipImpact = graphql(`
  query MembershipImpact($id: ID!) {
    membershipImpact(membershipId: $id) {
      count fingerprint
      membership { id role validFrom endReason person { name } centre { slug } viewerCan { end } }
      bookings(first: 100) { nodes { id startsAt endsAt equipment { id name } } }
    }
  }
`);

const EndMembership = graphql(`
  mutation EndMembership($input: EndMembershipInput!) { endMembership(input: $input) { __typename } }
`);

export const load = async ({ locals, params }) => {
  const { membershipImpact } = await locals.graphql.query(MembershipImpact, { id: params.membership });
  return { impact: membershipImpact };
};

export const actions = {
  default: action(
    z.object({ reason: text, fingerprint: text }),
    EndMembership,
    (input, { params }) => ({ input: { membershipId: params.membership, ...input } }),
    ({ endMembership }, event, typed) =>
      endMembership.__typename === 'MembershipNotEnded'
        ? fail(409, { typed, changed: true })
        : goDone(event, `/desk/${event.params.centre}/people`, 'ended'),
  ),
};
