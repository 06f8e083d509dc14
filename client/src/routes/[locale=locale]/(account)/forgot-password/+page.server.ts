import { accountAction } from '#lib/features/account/account-action.server.ts';
import { href } from '#lib/i18n/locale.ts';

export const actions = {
  default: accountAction({
    fields: ['email'],
    ask: ({ email }, { locals }) => [
      '/request-password-reset',
      { email, redirectTo: href(locals.locale, '/reset-password') },
    ],
    done: (_answer, _event, { email }) => ({ sent: email }),
  }),
};
