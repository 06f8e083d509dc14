import { fail, redirect } from '@sveltejs/kit';
import { askAuth } from '#lib/api/account.server.ts';
import { accountErrors, refusedBy } from '#lib/features/account/account-form.rules.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';

export const load = ({ url }) => ({ usable: url.searchParams.has('token') && !url.searchParams.has('error') });

export const actions = {
  default: async (event) => {
    const { password } = await fields(event, 'password');
    const errors = accountErrors({ password }, true);
    if (Object.keys(errors).length > 0) return fail(400, { errors });
    const token = event.url.searchParams.get('token');
    const outcome = await askAuth(event, '/reset-password', { newPassword: password, token });
    if (!outcome.ok) return fail(outcome.status, { errors: refusedBy(outcome) });
    redirect(303, `${href(event.locals.locale, '/sign-in')}?reset`);
  },
};
