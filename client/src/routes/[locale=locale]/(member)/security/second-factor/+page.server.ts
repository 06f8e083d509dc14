import { fail, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { askAuth } from '#lib/api/account.server.ts';
import { refusedBy } from '#lib/features/account/account-form.rules.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { text } from '#lib/forms/schema.server.ts';
import { href } from '#lib/i18n/locale.ts';
import { squaresOf } from '#lib/ui/paper/squares.server.ts';

/** What the person copies to their other device: as a drawing, as text, and the codes for emergencies. */
const setUp = (uri: string, codes: readonly string[]) => ({
  uri,
  codes,
  secret: new URL(uri).searchParams.get('secret') ?? '',
  squares: squaresOf(uri),
});

export const actions = {
  start: async (event) => {
    const { password } = (await readForm(event, z.object({ password: text }))).values;
    const outcome = await askAuth(event, '/two-factor/enable', { password });
    if (!outcome.ok) return fail(outcome.status, { error: refusedBy(outcome).form });
    const { totpURI, backupCodes } = outcome.answer as { totpURI: string; backupCodes: string[] };
    return { setUp: setUp(totpURI, backupCodes) };
  },
  confirm: async (event) => {
    const { code, uri, codes } = (await readForm(event, z.object({ code: text, uri: text, codes: text }))).values;
    if (!uri.startsWith('otpauth://totp/')) redirect(303, event.url.pathname);
    const outcome = await askAuth(event, '/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') });
    if (!outcome.ok) {
      return fail(outcome.status, { setUp: setUp(uri, codes.split(' ')), error: refusedBy(outcome).form });
    }
    redirect(303, `${href(event.locals.locale, '/security')}?factor`);
  },
};
