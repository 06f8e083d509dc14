import { fail, redirect } from '@sveltejs/kit';
import { askAuth, nextOf } from '#lib/api/account.server.ts';
import { refusedBy } from '#lib/features/account/account-form.rules.ts';
import { fields } from '#lib/forms/fields.server.ts';
import { href } from '#lib/i18n/locale.ts';

export const load = ({ url }) => ({ backup: url.searchParams.has('backup') });

export const actions = {
  default: async (event) => {
    const given = await fields(event, 'code', 'trust');
    const code = given.code.replaceAll(/\s/g, '');
    if (code === '') return fail(400, { errors: { code: 'account.code.missing' as const, form: undefined } });
    const path = event.url.searchParams.has('backup') ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
    const outcome = await askAuth(event, path, { code, trustDevice: given.trust === 'on' });
    if (!outcome.ok) return fail(outcome.status, { errors: { code: undefined, form: refusedBy(outcome).form } });
    redirect(303, nextOf(event, href(event.locals.locale, '/')));
  },
};
