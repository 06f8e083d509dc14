import { type Point, readPoint } from '#lib/features/search/place.rules.ts';
import type { CentreModel } from './models.ts';
import { isModel } from './models.ts';

/** What the address of the list asks for; empty texts where it asks for nothing. */
export interface CentreSearch {
  readonly text: string;
  readonly city: string;
  readonly model: CentreModel | '';
  readonly type: string;
  readonly open: boolean;
  readonly near: Point | undefined;
}

/** The search in an address; what cannot be read is left out. */
export function readSearch(query: URLSearchParams): CentreSearch {
  // No city or type has a longer name; one that nothing bears finds nothing.
  const word = (name: string, longest = 80) => (query.get(name) ?? '').trim().slice(0, longest);
  const model = word('model');
  return {
    text: word('q', 200),
    city: word('city'),
    model: isModel(model) ? model : '',
    type: word('type'),
    open: query.get('open') === '1',
    near: readPoint(query.get('near')),
  };
}

/** The search as the API takes it. */
export function filterOf({ text, city, model, type, open, near }: CentreSearch) {
  return {
    ...(text && { text }),
    ...(city && { city }),
    ...(model && { models: [model] }),
    ...(type && { equipmentType: type }),
    ...(open && { openNow: true }),
    ...(near && { near: { ...near, within: 100 } }),
  };
}

/** The names of the choices that narrow the list, for a link that lets go of one. */
export function chosen(search: CentreSearch): ('q' | 'city' | 'model' | 'type' | 'open' | 'near')[] {
  const all = [
    ['q', search.text],
    ['city', search.city],
    ['model', search.model],
    ['type', search.type],
    ['open', search.open],
    ['near', search.near],
  ] as const;
  return all.filter(([, value]) => Boolean(value)).map(([name]) => name);
}

/** The address with one choice let go of, from the first page on. */
export function without(search: string, name: string): string {
  const rest = new URLSearchParams(search);
  rest.delete(name);
  rest.delete('after');
  return `?${rest}`;
}
