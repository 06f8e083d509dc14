import type { CentreAct } from '#lib/api/acts.ts';
import type { BarLink } from './bar/bar.rules.ts';
import type { MenuLink } from './menu.rules.ts';

/** A centre whose desk somebody works at, with what they may do there. */
export interface ReadersDesk {
  readonly slug: string;
  readonly viewerCan: { readonly acts: readonly CentreAct[] };
}

interface DeskPart {
  /** Behind `/desk/SLUG`. */
  readonly path: '' | `/${string}`;
  readonly name: MenuLink['name'];
  /** Who may do this sees the part. */
  readonly act: CentreAct;
  /** How it stands in the bar at the foot of a phone, which has room for the most used alone. */
  readonly bar?: { readonly name: MenuLink['name']; readonly icon: BarLink['icon'] };
}

/** Everything at a desk, in the order of its tabs; menu, tabs and bar are made of it. */
const parts: readonly DeskPart[] = [
  { path: '', name: 'common.desk.day', act: 'SEE_DESK', bar: { name: 'common.desk.day', icon: 'mine' } },
  {
    path: '/people',
    name: 'common.desk.people',
    act: 'SEE_PEOPLE',
    bar: { name: 'common.desk.people', icon: 'people' },
  },
  { path: '/equipment', name: 'common.desk.machines', act: 'EDIT_EQUIPMENT' },
  {
    path: '/problems',
    name: 'common.desk.problems',
    act: 'HANDLE_PROBLEMS',
    bar: { name: 'common.desk.problems', icon: 'problems' },
  },
  { path: '/hours', name: 'common.desk.hours', act: 'EDIT_HOURS', bar: { name: 'common.bar.hours', icon: 'hours' } },
  { path: '/closures', name: 'common.desk.closures', act: 'BLOCK' },
  { path: '/audit', name: 'common.desk.audit', act: 'SEE_AUDIT' },
];

const partsFor = ({ viewerCan }: ReadersDesk) => parts.filter(({ act }) => viewerCan.acts.includes(act));

/** The parts of a desk that its reader may see. */
export const deskLinks = (desk: ReadersDesk): MenuLink[] =>
  partsFor(desk).map(({ path, name }) => ({ path: `/desk/${desk.slug}${path}`, name }));

/** Those at the foot of a phone. */
export const deskBar = (desk: ReadersDesk): BarLink[] =>
  partsFor(desk).flatMap(({ path, bar }) =>
    bar ? [{ path: `/desk/${desk.slug}${path}`, ...bar } satisfies BarLink] : [],
  );
