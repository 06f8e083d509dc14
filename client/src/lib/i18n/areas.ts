/**
 * Which message areas a page needs beside `common`, by the first word of its route.
 * A page of several subjects lists them; a word that is not here needs its own area only.
 */
const areasOfRoute: Record<string, readonly string[]> = {
  '': ['home', 'post'],
  find: ['find', 'equipment', 'booking'],
  centres: ['directory', 'equipment', 'home', 'post'],
  equipment: ['equipment', 'booking'],
  bookings: ['booking', 'equipment'],
  posts: ['posts', 'post', 'equipment'],
  'sign-in': ['account'],
  'sign-up': ['account'],
  'forgot-password': ['account'],
  'reset-password': ['account'],
  'verify-email': ['account'],
  profile: ['account'],
  security: ['security', 'account'],
  'my-data': ['data'],
  settings: ['account'],
};

/** The message areas of a route such as `/[locale=locale]/centres/[slug]`. */
export function areasOf(routeId: string | null): readonly string[] {
  const [, , word = ''] = (routeId ?? '').split('/');
  const areas = areasOfRoute[word] ?? [word];
  return routeId === null ? ['common'] : ['common', ...areas];
}
