import { fail } from '@sveltejs/kit';
import * as z from 'zod';
import { action, refuse } from '#lib/api/action.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { present } from '#lib/api/load.server.ts';
import { accountErrors } from '#lib/features/account/account-form.rules.ts';
import { partyOf } from '#lib/features/account/party.rules.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { text } from '#lib/forms/schema.server.ts';

const Profile = graphql(`
  query Profile {
    me {
      email
      emailVerified
      memberships { id role validFrom validUntil centre { id name slug zone model openNow city { name } } }
      joinRequests(first: 20) { nodes { id state reason createdAt centre { name slug zone } } }
      mandates { id validUntil organisation { id name } }
      mayActFor { __typename ... on Centre { id name } ... on Organisation { id name } }
    }
  }
`);

const Rename = graphql(
  `mutation Rename($name: String!) { updateProfile(input: { name: $name }) { person { id name } } }`,
);
const ActFor = graphql(`
  mutation ActFor($organisationId: ID, $centreId: ID) {
    actFor(organisationId: $organisationId, centreId: $centreId) { person { id } }
  }
`);

export const load = async ({ locals }) => {
  const { me } = await locals.graphql.query(Profile);
  return { profile: present(me) };
};

export const actions = {
  name: async (event) => {
    const { values, typed } = await readForm(event, z.object({ name: text }));
    const { name: error } = accountErrors(values, 'existing');
    if (error) return fail(400, { typed, error });
    const result = await event.locals.graphql.mutate(Rename, { name: values.name.trim() });
    return result.ok ? { saved: 'account.profile.nameSaved' as const } : refuse(result.problem, typed);
  },
  actFor: action(
    z.object({ party: text }),
    ActFor,
    ({ party }) => partyOf(party),
    () => ({ saved: 'account.profile.actForSaved' as const }),
  ),
};
