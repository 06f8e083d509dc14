import { redirect } from '@sveltejs/kit';
import { nextOf } from '#lib/api/account.server.ts';
import { loadBeside } from '#lib/features/account/beside/beside.server.ts';
import { href } from '#lib/i18n/locale.ts';

/** Who is signed in already goes on to where the way in would have led; others see what they come in for. */
export const load = async (event) => {
  const { me } = await event.parent();
  if (me) redirect(303, nextOf(event, href(event.locals.locale, '/')));
  return { beside: await loadBeside(event) };
};
