import type { PlainKey } from '#lib/i18n/i18n.ts';
import { deskLinks, type ReadersDesk } from './desk-parts.rules.ts';

/** Who reads, as far as it matters which ways are theirs. */
export interface MenuReader {
  readonly operator: boolean;
  /** Centres at whose desk they work. */
  readonly desks: readonly (ReadersDesk & {
    readonly name: string;
  })[];
  /** Cities they coordinate. */
  readonly coordinates: readonly { readonly name: string; readonly slug: string }[];
}

export interface MenuLink {
  readonly path: `/${string}`;
  readonly name: PlainKey;
  /** Beginnings of the other addresses that belong to it. */
  readonly also?: readonly string[];
}

/** Ways that belong together; `title` is the name of the centre or city they are about. */
export interface MenuGroup {
  readonly title?: string;
  readonly links: readonly MenuLink[];
}

/** With more desks than this, the menu leads to the list of them. */
const mostDesks = 2;

const own: MenuGroup = {
  links: [
    { path: '/bookings', name: 'common.nav.bookings' },
    { path: '/profile', name: 'common.nav.profile' },
    { path: '/settings', name: 'common.nav.settings' },
  ],
};

/** The pages of a reader's own, those of what they are responsible for first. */
export function menuOf({ desks, coordinates, operator }: MenuReader): MenuGroup[] {
  const groups: MenuGroup[] = [];
  if (desks.length > mostDesks) groups.push({ links: [{ path: '/desk', name: 'common.nav.desks' }] });
  else groups.push(...desks.map(deskGroup));
  groups.push(...coordinates.map(cityGroup));
  if (operator) groups.push({ links: [{ path: '/operations', name: 'common.nav.operations' }] });
  return [...groups, own];
}

const deskGroup = (desk: MenuReader['desks'][number]): MenuGroup => ({ title: desk.name, links: deskLinks(desk) });

const cityGroup = ({ name, slug }: MenuReader['coordinates'][number]): MenuGroup => ({
  title: name,
  links: [
    { path: `/centres?city=${slug}`, name: 'common.nav.centres' },
    { path: `/posts?city=${slug}`, name: 'common.nav.posts' },
  ],
});

const everybody = [
  { path: '/find', name: 'common.nav.find' },
  { path: '/centres', name: 'common.nav.centres' },
  { path: '/posts', name: 'common.nav.posts' },
] as const satisfies readonly MenuLink[];

/** The parts of Talka that a reader is offered on every page; who runs a desk or the installation finds that first. */
export function partsOf(reader: MenuReader | null): MenuLink[] {
  const [desk, ...others] = reader?.desks ?? [];
  const parts: MenuLink[] = [];
  if (desk && others.length === 0) parts.push({ path: `/desk/${desk.slug}`, name: 'common.nav.desk' });
  if (desk && others.length > 0) parts.push({ path: '/desk', name: 'common.nav.desks' });
  if (reader?.operator) parts.push({ path: '/operations', name: 'common.nav.operations' });
  return [...parts, ...everybody];
}

const within = (pathname: string, path: string) => pathname === path || pathname.startsWith(`${path}/`);

/** Which of the links leads to the page, or to the part that it is in; addresses without their language. */
export function currentOf<L extends MenuLink>(links: readonly L[], pathname: string): L | undefined {
  const [nearest] = links
    .flatMap((link) => [link.path.split('?')[0] ?? '', ...(link.also ?? [])].map((start) => ({ link, start })))
    .filter(({ start }) => within(pathname, start))
    .sort((one, other) => other.start.length - one.start.length);
  return nearest?.link;
}
