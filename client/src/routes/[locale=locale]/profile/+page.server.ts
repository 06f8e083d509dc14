import { fail } from '@sveltejs/kit';
import { accountErrors } from '#lib/auth/auth.rules.ts';
import { statusOf } from '#lib/graphql/errors.ts';
import { graphql } from '#lib/graphql/graphql.ts';
import { signInFirst } from '#lib/server/api.ts';
import { fields } from '#lib/server/fields.ts';

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

export const load = async (event) => {
  const { me } = await event.locals.graphql.query(Profile);
  return me ? { profile: me } : signInFirst(event);
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
