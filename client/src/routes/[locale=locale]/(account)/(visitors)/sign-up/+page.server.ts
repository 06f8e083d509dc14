import { redirect } from '@sveltejs/kit';
import { nextOf } from '#lib/api/account.server.ts';
import { accountAction } from '#lib/features/account/account-action.server.ts';
import { href } from '#lib/i18n/locale.ts';

export const actions = {
  default: accountAction({
    fields: ['name', 'email', 'password'],
    newPassword: true,
    ask: (account) => ['/sign-up/email', account],
    done(_answer, event) {
      const next = nextOf(event, href(event.locals.locale, '/'));
      redirect(303, `${href(event.locals.locale, '/verify-email')}?sent&next=${encodeURIComponent(next)}`);
    },
  }),
};
