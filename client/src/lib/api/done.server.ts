import { type RequestEvent, redirect } from '@sveltejs/kit';
import { href } from '#lib/i18n/locale.ts';

const name = 'done';

/**
 * Leads on to a page that says once what was done there. A cookie of that page tells it rather than the address, which
 * one may copy for others.
 */
export function goDone(
  { cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>,
  path: `/${string}`,
  deed: string,
): never {
  const address = href(locals.locale, path);
  cookies.set(name, deed, { path: address, maxAge: 60 });
  redirect(303, address);
}

/** What was done just before the page was asked for, where it is one of the deeds; told once. */
export function takeDone<Deed extends string>(
  { cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>,
  deeds: readonly Deed[],
): Deed | undefined {
  const told = cookies.get(name);
  const done = deeds.find((deed) => deed === told);
  if (done) cookies.delete(name, { path: url.pathname });
  return done;
}
