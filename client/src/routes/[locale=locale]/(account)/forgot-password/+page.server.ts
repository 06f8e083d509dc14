import { fail } from '@sveltejs/kit';
import { askAuth } from '#lib/api/account.server.ts';
import { accountErrors, refusedBy } from '#lib/features/account/account-form.rules.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';

export const actions = {
  default: async (event) => {
    const { email } = await fields(event, 'email');
    const errors = accountErrors({ email }, false);
    if (Object.keys(errors).length > 0) return fail(400, { email, errors });
    const redirectTo = href(event.locals.locale, '/reset-password');
    const outcome = await askAuth(event, '/request-password-reset', { email: email.trim(), redirectTo });
    if (!outcome.ok) return fail(outcome.status, { email, errors: refusedBy(outcome) });
    return { sent: email.trim() };
  },
};
