import { fail } from '@sveltejs/kit';
import { statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { present } from '#lib/api/load.server.ts';
import { accountErrors } from '#lib/features/account/account-form.rules.ts';
import { fields } from '#lib/forms/fields.server.ts';

const Profile = graphql(`
  query Profile {
    me {
      email
      emailVerified
      memberships { id role validUntil centre { id name slug zone } }
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
    const { name } = await fields(event, 'name');
    const errors = accountErrors({ name }, false);
    if (errors.name) return fail(400, { name, error: errors.name });
    const result = await event.locals.graphql.mutate(Rename, { name: name.trim() });
    if (!result.ok) return fail(statusOf[result.problem.code], { name, problem: result.problem });
    return { saved: 'account.profile.nameSaved' as const };
  },
  actFor: async (event) => {
    const [kind, id = ''] = (await fields(event, 'party')).party.split(':');
    const result = await event.locals.graphql.mutate(ActFor, {
      organisationId: kind === 'Organisation' ? id : null,
      centreId: kind === 'Centre' ? id : null,
    });
    if (!result.ok) return fail(statusOf[result.problem.code], { problem: result.problem });
    return { saved: 'account.profile.actForSaved' as const };
  },
};
