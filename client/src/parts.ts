/** The parts of pages that are alive for visitors, by name; see `lib/parts/part.svelte`. */
export const parts = {
  'centre-search': () => import('./routes/[locale=locale]/centres/search-form.svelte'),
  'equipment-by-group': () => import('./routes/[locale=locale]/centres/[slug]/equipment-by-group.svelte'),
  'equipment-picker': () => import('./routes/[locale=locale]/equipment/[id]/equipment-picker.svelte'),
  'free-list': () => import('./routes/[locale=locale]/free-list.svelte'),
  'live-posts': () => import('./routes/[locale=locale]/posts/live-posts.svelte'),
  'near-me': () => import('./routes/[locale=locale]/find/near-me.svelte'),
  'newest-posts': () => import('#lib/posts/newest-posts.svelte'),
  'passkey-sign-in': () => import('./routes/[locale=locale]/sign-in/passkey-sign-in.svelte'),
  'places-map': () => import('#lib/map/places-map.svelte'),
  'post-view': () => import('./routes/[locale=locale]/posts/[id]/post-view.svelte'),
  'publish-menu': () => import('./routes/[locale=locale]/posts/publish-menu.svelte'),
};
export type PartName = keyof typeof parts;
