import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/locale.ts';

/** Leads from a choice of machine to the form of its problems. */
export const load = ({ locals, url }) =>
  redirect(303, href(locals.locale, `/equipment/${encodeURIComponent(url.searchParams.get('machine') ?? '')}/report`));
