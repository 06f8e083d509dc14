import { deskBar } from '../desk-parts.rules.ts';
import type { MenuLink, MenuReader } from '../menu.rules.ts';

export type BarIcon =
  | 'find'
  | 'centres'
  | 'mine'
  | 'posts'
  | 'me'
  | 'about'
  | 'desk'
  | 'people'
  | 'hours'
  | 'problems'
  | 'city'
  | 'operations';

export interface BarLink extends MenuLink {
  readonly icon: BarIcon;
}

const find: BarLink = { path: '/find', name: 'common.bar.find', icon: 'find', also: ['/equipment'] };
const centres: BarLink = { path: '/centres', name: 'common.bar.centres', icon: 'centres' };
const mine: BarLink = { path: '/bookings', name: 'common.bar.mine', icon: 'mine' };
const posts: BarLink = { path: '/posts', name: 'common.bar.posts', icon: 'posts' };
const about: BarLink = { path: '/about', name: 'common.bar.about', icon: 'about' };
const me: BarLink = {
  path: '/profile',
  name: 'common.bar.me',
  icon: 'me',
  also: ['/settings', '/security', '/my-data'],
};

const mostWays = 5;

/** The five ways or fewer at the foot of a phone: the reader's duty first, and on a desk its own parts. */
export function barOf(reader: MenuReader | null, pathname: string): BarLink[] {
  if (!reader) return [find, centres, posts, about];
  const slug = /^\/desk\/([^/]+)/.exec(pathname)?.[1];
  const desk = reader.desks.find((each) => each.slug === slug);
  if (desk) return [...deskBar(desk), find, me].filter((link, _, all) => all.length <= mostWays || link !== find);
  return [dutyOf(reader) ?? centres, find, mine, posts, me];
}

/** What somebody is responsible for, in one link. */
function dutyOf({ desks, operator, coordinates }: MenuReader): BarLink | undefined {
  const [desk, ...others] = desks;
  if (desk) return { path: others.length > 0 ? '/desk' : `/desk/${desk.slug}`, name: 'common.bar.desk', icon: 'desk' };
  if (operator) return { path: '/operations', name: 'common.bar.operations', icon: 'operations' };
  const [city] = coordinates;
  return city && { path: `/centres?city=${city.slug}`, name: 'common.bar.city', icon: 'city' };
}
