import { nextOf } from '#lib/api/account.server.ts';
import { signUpAction } from '#lib/features/account/code-actions.server.ts';
import { href } from '#lib/i18n/locale.ts';

export const actions = {
  default: signUpAction({
    next: (event) => nextOf(event, href(event.locals.locale, '/')),
    codePage: ({ locals }) => href(locals.locale, '/sign-up/code'),
  }),
};
