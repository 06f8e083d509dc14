import { type RequestEvent, redirect } from '@sveltejs/kit';
import { askAuth, nextOf } from '#lib/api/account.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { accountAction } from '#lib/features/account/account-action.server.ts';
import { refusedBy } from '#lib/features/account/account-form.rules.ts';
import { href } from '#lib/i18n/locale.ts';

const OwnAddress = graphql(`query OwnAddress { me { email } }`);

/** Confirms with the link of the letter; somebody who is not signed in does that first, with the password of the account. */
async function follow(event: RequestEvent, token: string, signedIn: boolean) {
  if (!signedIn) {
    const next = encodeURIComponent(event.url.pathname + event.url.search);
    redirect(303, `${href(event.locals.locale, '/sign-in')}?confirm&next=${next}`);
  }
  return askAuth(event, `/verify-email?token=${encodeURIComponent(token)}`, null);
}

export const load = async (event) => {
  const { me } = await event.parent();
  const { searchParams } = event.url;
  const token = searchParams.get('token');
  const outcome = token === null ? undefined : await follow(event, token, me !== null);
  const own = me && (await event.locals.graphql.query(OwnAddress)).me;
  return {
    state: outcome?.ok || me?.emailVerified ? ('done' as const) : outcome ? ('failed' as const) : ('open' as const),
    email: own?.email,
    problem: outcome?.ok === false && !me?.emailVerified ? refusedBy(outcome).form : undefined,
    next: nextOf(event, href(event.locals.locale, '/')),
  };
};

export const actions = {
  default: accountAction({
    fields: ['email'],
    ask: ({ email }, event) => [
      '/send-verification-email',
      { email, callbackURL: nextOf(event, href(event.locals.locale, '/')) },
    ],
    done: (_answer, _event, { email }) => ({ sent: email }),
  }),
};
