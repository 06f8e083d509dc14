import { type RequestEvent, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/locale.ts';
import { longestMade, Suggest } from './suggest.ts';
import { addressOf } from './suggestion.rules.ts';

/**
 * Leads on who said in their own words what they want to make (`?make=`): to the type or the centre that they mean most
 * likely, or back to the field, which says that nothing is called so.
 */
export async function leadToMade({ locals, url }: Pick<RequestEvent, 'locals' | 'url'>): Promise<void> {
  const made = url.searchParams.get('make');
  if (made === null || url.searchParams.has('what')) return;
  const city = url.searchParams.get('city') ?? undefined;
  // Control characters and halves of characters say nothing.
  const text = [...made.toWellFormed().replace(/\p{Cc}/gu, ' ')].slice(0, longestMade).join('').trim();
  if (text === '') redirect(303, `${href(locals.locale, '/find')}${city ? `?${new URLSearchParams({ city })}` : ''}`);
  const [meant] = (await locals.graphql.query(Suggest, { text, city, first: 1 })).suggestEquipment;
  if (meant) redirect(303, href(locals.locale, addressOf(meant, city)));
  redirect(303, `${href(locals.locale, '/')}?${new URLSearchParams({ make: text, ...(city && { city }) })}`);
}
