import { redirect } from '@sveltejs/kit';
import { askAuth, nextOf } from '#lib/api/account.server.ts';
import { href } from '#lib/i18n/locale.ts';

export const load = ({ locals }) => redirect(302, href(locals.locale, '/'));

export const actions = {
  default: async (event) => {
    await askAuth(event, '/sign-out');
    redirect(303, nextOf(event, href(event.locals.locale, '/')));
  },
};
