import { fail } from '@sveltejs/kit';
import { accountErrors, refusedBy } from '#lib/auth/auth.rules.ts';
import { href } from '#lib/i18n/locale.ts';
import { askAuth, nextOf } from '#lib/server/auth.ts';
import { fields } from '#lib/server/fields.ts';

export const load = async (event) => {
  const { me } = await event.parent();
  const { searchParams } = event.url;
  const failed = searchParams.has('error');
  return {
    state: failed
      ? ('failed' as const)
      : me?.emailVerified || searchParams.has('done')
        ? ('done' as const)
        : searchParams.has('sent')
          ? ('sent' as const)
          : ('open' as const),
    next: nextOf(event, href(event.locals.locale, '/')),
  };
};

export const actions = {
  default: async (event) => {
    const { email } = await fields(event, 'email');
    const errors = accountErrors({ email }, false);
    if (Object.keys(errors).length > 0) return fail(400, { email, errors });
    const callbackURL = `${href(event.locals.locale, '/verify-email')}?done`;
    const outcome = await askAuth(event, '/send-verification-email', { email: email.trim(), callbackURL });
    if (!outcome.ok) return fail(outcome.status, { email, errors: refusedBy(outcome) });
    return { sent: email.trim() };
  },
};
