import { redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/locale.ts';

/** Who runs one desk alone is led there. */
export const load = async ({ locals, parent }) => {
  const { me } = await parent();
  const [desk, ...others] = me.desks;
  if (desk && others.length === 0) redirect(303, href(locals.locale, `/desk/${desk.slug}`));
  return { desks: me.desks };
};
