import { fail, redirect } from '@sveltejs/kit';
import { askAuth } from '#lib/api/account.server.ts';
import { fieldErrors, statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { present } from '#lib/api/load.server.ts';
import { refusedBy } from '#lib/features/account/account-form.rules.ts';
import { fields, formOf } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';

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

export const load = async ({ locals, url }) => {
  const { me } = await locals.graphql.query(Security);
  return { security: present(me), factorAdded: url.searchParams.has('factor') };
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
