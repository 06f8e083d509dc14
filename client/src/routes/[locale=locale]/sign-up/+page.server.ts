import { fail, redirect } from '@sveltejs/kit';
import { accountErrors, refusedBy } from '#lib/auth/auth.rules.ts';
import { href } from '#lib/i18n/locale.ts';
import { askAuth, nextOf } from '#lib/server/auth.ts';
import { fields } from '#lib/server/fields.ts';

export const load = async (event) => {
  const { me } = await event.parent();
  if (me) redirect(303, nextOf(event, href(event.locals.locale, '/')));
};

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
