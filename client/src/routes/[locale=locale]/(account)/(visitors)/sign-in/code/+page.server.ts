import { fail, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { askAuth, nextOf } from '#lib/api/account.server.ts';
import { type AccountErrors, refusedBy } from '#lib/features/account/account-form.rules.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { text, ticked } from '#lib/forms/schema.server.ts';
import { href } from '#lib/i18n/locale.ts';

const Code = z.object({ code: text.transform((code) => code.replaceAll(/\s/g, '')), trust: ticked });

export const load = ({ url }) => ({ backup: url.searchParams.has('backup') });

export const actions = {
  default: async (event) => {
    const { code, trust } = (await readForm(event, Code)).values;
    const refused = (errors: AccountErrors) => ({ errors });
    if (code === '') return fail(400, refused({ code: 'account.code.missing' }));
    const path = event.url.searchParams.has('backup') ? '/two-factor/verify-backup-code' : '/two-factor/verify-totp';
    const outcome = await askAuth(event, path, { code, trustDevice: trust });
    if (!outcome.ok) return fail(outcome.status, refused(refusedBy(outcome)));
    redirect(303, nextOf(event, href(event.locals.locale, '/')));
  },
};
