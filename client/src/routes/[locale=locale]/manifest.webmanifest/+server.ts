import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import { href } from '#lib/i18n/locale.ts';

const icon = (size: number, purpose: 'any' | 'maskable') => ({
  src: `/icon-${purpose === 'maskable' ? 'maskable-' : ''}${size}.png`,
  sizes: `${size}x${size}`,
  type: 'image/png',
  purpose,
});

/** What a telephone asks before it puts the pages on its home screen. */
export const GET = async ({ locals: { locale, zone } }) => {
  const { t } = createI18n(locale, await loadMessages(locale, 'common', 'home'), zone);
  const shortcut = (name: string, path: `/${string}`) => ({ name, url: href(locale, path) });
  const manifest = {
    id: '/',
    name: 'Talka',
    short_name: 'Talka',
    description: t('home.lead'),
    lang: locale,
    start_url: href(locale, '/'),
    scope: '/',
    display: 'standalone',
    background_color: '#faf6ee',
    theme_color: '#faf6ee',
    icons: [icon(192, 'any'), icon(512, 'any'), icon(512, 'maskable')],
    shortcuts: [
      shortcut(t('common.nav.find'), '/find'),
      shortcut(t('common.nav.bookings'), '/bookings'),
      shortcut(t('common.nav.posts'), '/posts'),
    ],
  };
  return new Response(JSON.stringify(manifest), {
    headers: { 'content-type': 'application/manifest+json; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  });
};
