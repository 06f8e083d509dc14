import { fail, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { askAuth } from '#lib/api/account.server.ts';
import { action, refuse } from '#lib/api/action.server.ts';
import { fieldErrors } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { present } from '#lib/api/load.server.ts';
import { refusedBy } from '#lib/features/account/account-form.rules.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { text } from '#lib/forms/schema.server.ts';
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

const Named = z.object({ id: text });
const Password = z.object({ password: text });

export const actions = {
  endSession: async (event) => {
    const { id } = (await readForm(event, Named)).values;
    const result = await event.locals.graphql.mutate(EndSession, { id });
    // One that ended meanwhile is gone as well.
    if (!result.ok && result.problem.code !== 'NOT_FOUND') return refuse(result.problem);
    return { saved: 'security.sessions.ended' as const };
  },
  renamePasskey: async (event) => {
    const { values, typed } = await readForm(event, z.looseObject({ id: text }));
    const field = `name-${values.id}`;
    const result = await event.locals.graphql.mutate(RenamePasskey, { id: values.id, name: typed[field] ?? '' });
    if (result.ok) return { saved: 'security.passkeys.renamed' as const };
    const { name } = fieldErrors(result.problem);
    return name ? fail(400, { errors: { [field]: name } }) : refuse(result.problem);
  },
  removePasskey: action(
    Named,
    RemovePasskey,
    ({ id }) => ({ id }),
    () => ({ saved: 'security.passkeys.removed' as const }),
  ),
  newCodes: async (event) => {
    const { password } = (await readForm(event, Password)).values;
    const outcome = await askAuth(event, '/two-factor/generate-backup-codes', { password });
    if (!outcome.ok) return fail(outcome.status, { factorError: refusedBy(outcome).form });
    return { codes: outcome.answer.backupCodes as string[] };
  },
  removeFactor: async (event) => {
    const { password } = (await readForm(event, Password)).values;
    const outcome = await askAuth(event, '/two-factor/disable', { password });
    if (!outcome.ok) return fail(outcome.status, { factorError: refusedBy(outcome).form });
    return { saved: 'security.factor.removed' as const };
  },
  signOutEverywhere: async (event) => {
    const result = await event.locals.graphql.mutate(SignOutEverywhere);
    if (!result.ok) return refuse(result.problem);
    await askAuth(event, '/sign-out');
    redirect(303, href(event.locals.locale, '/sign-in'));
  },
};
