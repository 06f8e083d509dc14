import { error } from '@sveltejs/kit';
import { sitemapPart, sitemapResponse } from '#lib/features/sharing/sitemap.server.ts';

export const GET = async (event) => {
  const part = /^[1-9]\d{0,3}$/.test(event.params.part) ? Number(event.params.part) : 0;
  const file = part > 0 ? await sitemapPart(event, part) : undefined;
  return sitemapResponse(file ?? error(404, 'Not found', { code: 'NOT_FOUND' }));
};
