import { fail, redirect } from '@sveltejs/kit';
import { askAuth } from '#lib/api/account.server.ts';
import { fieldErrors, statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';

const Ways = graphql(`query Ways { me { waysIn { hasPassword } } }`);
const Erase = graphql(`mutation Erase($input: EraseAccountInput!) { eraseAccount(input: $input) }`);

export const load = async ({ locals }) => {
  const { me } = await locals.graphql.query(Ways);
  return { hasPassword: me?.waysIn.hasPassword ?? false };
};

export const actions = {
  erase: async (event) => {
    const { password, posts, sure } = await fields(event, 'password', 'posts', 'sure');
    if (sure !== 'on') return fail(400, { posts, missing: true });
    const input = {
      password: password === '' ? null : password,
      posts: posts === 'REMOVE' ? 'REMOVE' : 'KEEP',
    } as const;
    const result = await event.locals.graphql.mutate(Erase, { input });
    if (!result.ok) {
      const { password: wrong } = fieldErrors(result.problem);
      return fail(statusOf[result.problem.code], { posts, wrong, problem: wrong ? undefined : result.problem });
    }
    // The session is gone; this takes its cookie from the browser as well.
    await askAuth(event, '/sign-out');
    redirect(303, href(event.locals.locale, '/my-data/erased'));
  },
};
