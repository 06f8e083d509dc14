import { redirect } from '@sveltejs/kit';
import { accountAction } from '#lib/features/account/account-action.server.ts';
import { href } from '#lib/i18n/locale.ts';

export const load = ({ url }) => ({ usable: url.searchParams.has('token') && !url.searchParams.has('error') });

export const actions = {
  default: accountAction({
    fields: ['password'],
    password: 'new',
    ask: ({ password }, { url }) => [
      '/reset-password',
      { newPassword: password, token: url.searchParams.get('token') },
    ],
    done: (_answer, { locals }) => redirect(303, `${href(locals.locale, '/sign-in')}?reset`),
  }),
};
