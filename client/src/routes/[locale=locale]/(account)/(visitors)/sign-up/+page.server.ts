import { fail, redirect } from '@sveltejs/kit';
import { askAuth, nextOf } from '#lib/api/account.server.ts';
import { accountErrors, refusedBy } from '#lib/features/account/account-form.rules.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';

export const actions = {
  default: async (event) => {
    const { name, email, password } = await fields(event, 'name', 'email', 'password');
    const errors = accountErrors({ name, email, password }, true);
    if (Object.keys(errors).length > 0) return fail(400, { name, email, errors });
    const outcome = await askAuth(event, '/sign-up/email', {
      name: name.trim(),
      email: email.trim(),
      password,
    });
    if (!outcome.ok) return fail(outcome.status, { name, email, errors: refusedBy(outcome) });
    const next = nextOf(event, href(event.locals.locale, '/'));
    redirect(303, `${href(event.locals.locale, '/verify-email')}?sent&next=${encodeURIComponent(next)}`);
  },
};
