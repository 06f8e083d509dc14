import { fail, redirect } from '@sveltejs/kit';
import { statusOf } from '#lib/graphql/errors.ts';
import { graphql } from '#lib/graphql/graphql.ts';
import { href } from '#lib/i18n/locale.ts';
import { signInFirst } from '#lib/server/api.ts';
import { askAuth } from '#lib/server/auth.ts';
import { fields } from '#lib/server/fields.ts';

const Security = graphql(`
  query Security { me { sessions { id browser system signedInAt lastUsedAt current } } }
`);
const EndSession = graphql(`mutation EndSession($id: ID!) { endSession(id: $id) { person { id } } }`);
const SignOutEverywhere = graphql(`mutation SignOutEverywhere { signOutEverywhere }`);

export const load = async (event) => {
  const { me } = await event.locals.graphql.query(Security);
  return me ? { security: me } : signInFirst(event);
};

export const actions = {
  endSession: async (event) => {
    const { id } = await fields(event, 'id');
    const result = await event.locals.graphql.mutate(EndSession, { id });
    // One that ended meanwhile is gone as well.
    if (!result.ok && result.problem.code !== 'NOT_FOUND') {
      return fail(statusOf[result.problem.code], { problem: result.problem });
    }
    return { saved: 'security.sessions.ended' as const };
  },
  signOutEverywhere: async (event) => {
    const result = await event.locals.graphql.mutate(SignOutEverywhere);
    if (!result.ok) return fail(statusOf[result.problem.code], { problem: result.problem });
    await askAuth(event, '/sign-out');
    redirect(303, href(event.locals.locale, '/sign-in'));
  },
};
