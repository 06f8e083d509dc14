import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { oneOf, textOrNull } from '#lib/forms/schema.server.ts';

const MembershipRole = graphql(`
  query MembershipRole($id: ID!) {
    membershipImpact(membershipId: $id) {
      membership { id role person { name } viewerCan { roles } }
    }
  }
`);

const ChangeRole = graphql(`
  mutation ChangeRole($input: ChangeRoleInput!) { changeRole(input: $input) { id } }
`);

const role = oneOf(['MEMBER', 'HOST', 'STAFF', 'MANAGER']);

export const load = async ({ locals, params }) => {
  const { membershipImpact } = await locals.graphql.query(MembershipRole, { id: params.membership });
  return { membership: membershipImpact.membership };
};

export const actions = {
  default: action(
    z.object({ role, from: role, reason: textOrNull }),
    ChangeRole,
    (input, { params }) => ({ input: { membershipId: params.membership, ...input } }),
    (_data, event) => goDone(event, `/desk/${event.params.centre}/people`, 'appointed'),
  ),
};
