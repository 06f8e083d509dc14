import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/locale.ts';

export const load = ({ locals, url }) => {
  const code = url.searchParams.get('code')?.trim();
  if (code) redirect(303, href(locals.locale, `/u/${encodeURIComponent(code.slice(0, 40))}`));
};
