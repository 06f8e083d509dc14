import { error, isHttpError, isRedirect, type RequestEvent } from '@sveltejs/kit';
import { createI18n, type I18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import type { Area } from '#lib/i18n/message-keys.d.ts';
import tokens from '../../../tokens.css?raw';
import { type Card, cardOf } from './card.rules.ts';

const light = new Map(
  [...(tokens.split('}')[0] ?? '').matchAll(/--([\w-]+): (#\w+);/g)].map(([, name = '', value = '']) => [name, value]),
);
const color = (token: string) => light.get(token) ?? '#000';

/** Others may show a picture for ten minutes before they ask again; its strip is of today. */
const keeping = 'public, max-age=600';

/** Answers with the picture of a page as everybody sees it, also to who may see more; 404 where there is no such page. */
export async function pictureResponse(
  event: RequestEvent,
  areas: readonly Area[],
  make: (i18n: I18n) => Promise<Card>,
): Promise<Response> {
  const { locals } = event;
  // What is kept by others must not depend on who asked.
  locals.anonymous = true;
  const messages = await loadMessages(locals.locale, 'common', ...areas);
  const card = await make(createI18n(locals.locale, messages, locals.zone)).catch((failure: unknown) => {
    if (isRedirect(failure) || (isHttpError(failure) && failure.status === 403)) error(404, '', { code: 'NOT_FOUND' });
    throw failure;
  });
  const png = await locals.inProcessApi.pictures.png(cardOf(card, color), event.getClientAddress());
  if (!png) return new Response(null, { status: 503, headers: { 'retry-after': '10' } });
  return new Response(png as BodyInit, { headers: { 'content-type': 'image/png', 'cache-control': keeping } });
}
