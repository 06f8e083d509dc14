import { fail, redirect } from '@sveltejs/kit';
import { askAuth, nextOf } from '#lib/api/account.server.ts';
import { accountErrors, refusedBy } from '#lib/features/account/account-form.rules.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';

export const load = (event) => {
  const why = (['confirm', 'reset', 'next'] as const).find((name) => event.url.searchParams.has(name));
  const failed = event.url.searchParams.get('error');
  return { why, failed, next: nextOf(event, href(event.locals.locale, '/')) };
};

export const actions = {
  default: async (event) => {
    const { email, password } = await fields(event, 'email', 'password');
    const errors = accountErrors({ email, password }, false);
    if (Object.keys(errors).length > 0) return fail(400, { email, errors });
    const outcome = await askAuth(event, '/sign-in/email', { email: email.trim(), password, rememberMe: true });
    if (!outcome.ok) return fail(outcome.status, { email, errors: refusedBy(outcome) });
    const next = nextOf(event, href(event.locals.locale, '/'));
    if (!outcome.answer.twoFactorRedirect) redirect(303, next);
    redirect(303, `${href(event.locals.locale, '/sign-in/code')}?next=${encodeURIComponent(next)}`);
  },
};
