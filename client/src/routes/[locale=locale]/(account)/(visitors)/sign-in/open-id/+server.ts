import { redirect } from '@sveltejs/kit';
import { askAuth, nextOf } from '#lib/api/account.server.ts';
import { href } from '#lib/i18n/locale.ts';

/** Sends the reader to the other service; a link, because a form may lead to our own pages only. */
export const GET = async (event) => {
  const { locale } = event.locals;
  const callbackURL = nextOf(event, href(locale, '/'));
  const back = `${href(locale, '/sign-in')}?next=${encodeURIComponent(callbackURL)}`;
  const outcome = await askAuth(event, '/sign-in/social', { provider: 'oidc', callbackURL, errorCallbackURL: back });
  const address = outcome.ok ? outcome.answer.url : undefined;
  redirect(303, typeof address === 'string' ? address : `${back}&error=unreachable`);
};
