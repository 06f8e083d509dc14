import { redirect } from '@sveltejs/kit';
import { nextOf } from '#lib/api/account.server.ts';
import { accountAction } from '#lib/features/account/account-action.server.ts';
import { href } from '#lib/i18n/locale.ts';

const goOn = (event: Parameters<typeof nextOf>[0]) => nextOf(event, href(event.locals.locale, '/'));

export const load = (event) => {
  const why = (['confirm', 'reset', 'next'] as const).find((name) => event.url.searchParams.has(name));
  const failed = event.url.searchParams.get('error');
  return { why, failed, next: goOn(event) };
};

export const actions = {
  password: accountAction({
    fields: ['email', 'password'],
    ask: ({ email, password }) => ['/sign-in/email', { email, password, rememberMe: true }],
    done(answer, event) {
      const next = goOn(event);
      if (!answer.twoFactorRedirect) redirect(303, next);
      redirect(303, `${href(event.locals.locale, '/sign-in/code')}?next=${encodeURIComponent(next)}`);
    },
  }),
  code: accountAction({
    fields: ['email'],
    ask: ({ email }, event) => ['/email-code/sign-in', { email, locale: event.locals.locale, next: goOn(event) }],
    done: (_answer, { locals }) => redirect(303, href(locals.locale, '/sign-up/code')),
  }),
};
