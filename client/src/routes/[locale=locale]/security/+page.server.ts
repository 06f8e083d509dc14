import { fail, redirect } from '@sveltejs/kit';
import { refusedBy } from '#lib/auth/auth.rules.ts';
import { fieldErrors, statusOf } from '#lib/graphql/errors.ts';
import { graphql } from '#lib/graphql/graphql.ts';
import { href } from '#lib/i18n/locale.ts';
import { signInFirst } from '#lib/server/api.ts';
import { askAuth } from '#lib/server/auth.ts';
import { fields, formOf } from '#lib/server/fields.ts';

const Security = graphql(`
  query Security {
    me {
      person { demonstration }
      sessions { id browser system signedInAt lastUsedAt current }
      passkeys { id name backedUp createdAt }
      waysIn { hasPassword secondFactor }
    }
  }
`);
const EndSession = graphql(`mutation EndSession($id: ID!) { endSession(id: $id) { person { id } } }`);
const RenamePasskey = graphql(
  `mutation RenamePasskey($id: ID!, $name: String!) { renamePasskey(id: $id, name: $name) { person { id } } }`,
);
const RemovePasskey = graphql(`mutation RemovePasskey($id: ID!) { removePasskey(id: $id) { person { id } } }`);
const SignOutEverywhere = graphql(`mutation SignOutEverywhere { signOutEverywhere }`);

export const load = async (event) => {
  const { me } = await event.locals.graphql.query(Security);
  return me ? { security: me, factorAdded: event.url.searchParams.has('factor') } : signInFirst(event);
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
  renamePasskey: async (event) => {
    const data = await formOf(event);
    const id = String(data.get('id'));
    const result = await event.locals.graphql.mutate(RenamePasskey, { id, name: String(data.get(`name-${id}`)) });
    if (result.ok) return { saved: 'security.passkeys.renamed' as const };
    const { name } = fieldErrors(result.problem);
    if (name) return fail(400, { errors: { [`name-${id}`]: name } });
    return fail(statusOf[result.problem.code], { problem: result.problem });
  },
  removePasskey: async (event) => {
    const { id } = await fields(event, 'id');
    const result = await event.locals.graphql.mutate(RemovePasskey, { id });
    if (!result.ok) return fail(statusOf[result.problem.code], { problem: result.problem });
    return { saved: 'security.passkeys.removed' as const };
  },
  newCodes: async (event) => {
    const { password } = await fields(event, 'password');
    const outcome = await askAuth(event, '/two-factor/generate-backup-codes', { password });
    if (!outcome.ok) return fail(outcome.status, { factorError: refusedBy(outcome).form });
    return { codes: outcome.answer.backupCodes as string[] };
  },
  removeFactor: async (event) => {
    const { password } = await fields(event, 'password');
    const outcome = await askAuth(event, '/two-factor/disable', { password });
    if (!outcome.ok) return fail(outcome.status, { factorError: refusedBy(outcome).form });
    return { saved: 'security.factor.removed' as const };
  },
  signOutEverywhere: async (event) => {
    const result = await event.locals.graphql.mutate(SignOutEverywhere);
    if (!result.ok) return fail(statusOf[result.problem.code], { problem: result.problem });
    await askAuth(event, '/sign-out');
    redirect(303, href(event.locals.locale, '/sign-in'));
  },
};
