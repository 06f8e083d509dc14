import type { Picked } from './pick.rules.ts';

/** At most what the API accepts. */
export const longestKey = 80;

/**
 * The key of one wish: the same time asked twice from one page is one request, another time is another.
 * `page` is a UUID made with the page.
 */
export function requestKey(page: string, pick: Picked, units: readonly { readonly id: string }[]): string {
  const unit = units.findIndex(({ id }) => id === pick.unitId);
  return [page, pick.start.toString(36), pick.end.toString(36), unit < 0 ? 'any' : unit].join('.');
}
