import { sitemapIndex } from '#lib/features/sharing/sitemap.rules.ts';
import { findablePages, sitemapResponse } from '#lib/features/sharing/sitemap.server.ts';

export const GET = async (event) =>
  sitemapResponse(sitemapIndex(event.url.origin, (await findablePages(event)).length));
