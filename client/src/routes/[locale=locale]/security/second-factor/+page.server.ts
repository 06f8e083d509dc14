import { fail, redirect } from '@sveltejs/kit';
import { refusedBy } from '#lib/auth/auth.rules.ts';
import { href } from '#lib/i18n/locale.ts';
import { signInFirst } from '#lib/server/api.ts';
import { askAuth } from '#lib/server/auth.ts';
import { fields } from '#lib/server/fields.ts';
import { squaresOf } from './squares.ts';

export const load = async (event) => {
  const { me } = await event.parent();
  if (!me) signInFirst(event);
};

/** What the person copies to their other device: as a drawing, as text, and the codes for emergencies. */
const setUp = (uri: string, codes: readonly string[]) => ({
  uri,
  codes,
  secret: new URL(uri).searchParams.get('secret') ?? '',
  squares: squaresOf(uri),
});

export const actions = {
  start: async (event) => {
    const { password } = await fields(event, 'password');
    const outcome = await askAuth(event, '/two-factor/enable', { password });
    if (!outcome.ok) return fail(outcome.status, { error: refusedBy(outcome).form });
    const { totpURI, backupCodes } = outcome.answer as { totpURI: string; backupCodes: string[] };
    return { setUp: setUp(totpURI, backupCodes) };
  },
  confirm: async (event) => {
    const { code, uri, codes } = await fields(event, 'code', 'uri', 'codes');
    if (!uri.startsWith('otpauth://totp/')) redirect(303, event.url.pathname);
    const outcome = await askAuth(event, '/two-factor/verify-totp', { code: code.replaceAll(/\s/g, '') });
    if (!outcome.ok) {
      return fail(outcome.status, { setUp: setUp(uri, codes.split(' ')), error: refusedBy(outcome).form });
    }
    redirect(303, `${href(event.locals.locale, '/security')}?factor`);
  },
};
