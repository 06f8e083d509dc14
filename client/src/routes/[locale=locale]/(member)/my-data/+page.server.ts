import { fail, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { askAuth } from '#lib/api/account.server.ts';
import { refuse } from '#lib/api/action.server.ts';
import { fieldErrors } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { oneOf, text, ticked } from '#lib/forms/schema.server.ts';
import { href } from '#lib/i18n/locale.ts';

const Ways = graphql(`query Ways { me { waysIn { hasPassword } } }`);
const Erase = graphql(`mutation Erase($input: EraseAccountInput!) { eraseAccount(input: $input) }`);

export const load = async ({ locals }) => {
  const { me } = await locals.graphql.query(Ways);
  return { hasPassword: me?.waysIn.hasPassword ?? false };
};

const Erasure = z.object({ password: text, posts: oneOf(['KEEP', 'REMOVE']), sure: ticked });

export const actions = {
  erase: async (event) => {
    const { values, typed } = await readForm(event, Erasure);
    const { password, posts, sure } = values;
    if (!sure) return fail(400, { typed, missing: true });
    const result = await event.locals.graphql.mutate(Erase, { input: { password: password || null, posts } });
    if (!result.ok) {
      const { password: wrong } = fieldErrors(result.problem);
      return wrong ? fail(400, { typed, wrong }) : refuse(result.problem, typed);
    }
    // The session is gone; this takes its cookie from the browser as well.
    await askAuth(event, '/sign-out');
    redirect(303, href(event.locals.locale, '/my-data/erased'));
  },
};
