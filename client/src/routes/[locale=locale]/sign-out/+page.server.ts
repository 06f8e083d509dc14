import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/locale.ts';
import { askAuth, nextOf } from '#lib/server/auth.ts';

export const load = ({ locals }) => redirect(302, href(locals.locale, '/'));

export const actions = {
  default: async (event) => {
    await askAuth(event, '/sign-out');
    redirect(303, nextOf(event, href(event.locals.locale, '/')));
  },
};
