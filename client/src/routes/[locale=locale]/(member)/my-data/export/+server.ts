import { strToU8, zipSync } from 'fflate';
import { signInFirst } from '#lib/api/load.server.ts';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import { indexPage } from './index-page.ts';
import { PersonalData } from './personal-data.ts';

/** A copy of one's data: a page to read, and one JSON file a kind for machines. */
export const GET = async (event) => {
  const { me } = await event.locals.graphql.query(PersonalData);
  if (!me) signInFirst(event);
  const parts = me.personalData.map((part) => ({ ...part, file: `${part.kind.toLowerCase()}.json` }));
  const { locale, zone } = event.locals;
  const i18n = createI18n(locale, await loadMessages(locale, 'data'), zone);
  const archive = zipSync({
    'index.html': strToU8(indexPage(i18n, parts, new Date())),
    ...Object.fromEntries(parts.map(({ file, json }) => [file, strToU8(json)])),
  });
  return new Response(new Uint8Array(archive), {
    headers: {
      'content-type': 'application/zip',
      'content-disposition': `attachment; filename="talka-${new Date().toISOString().slice(0, 10)}.zip"`,
      'cache-control': 'private, no-store',
    },
  });
};
