import { effectiveOpening } from '../../modules/opening-hours/hours/centre-opening.rules.ts';
import type { Opening } from '../../modules/opening-hours/hours/opening.rules.ts';
import { demonstrationAccounts } from './demonstration-accounts.rules.ts';
import type { DemoCentre, DemoData, DemoPlaces } from './demonstration-data.rules.ts';
import { planBookings } from './plan/demo-bookings.rules.ts';
import { DemoCalendar, type DemoUnit } from './plan/demo-calendar.rules.ts';
import { planEquipment } from './plan/demo-equipment.rules.ts';
import { planJoinRequests } from './plan/demo-join-requests.rules.ts';
import { planMembershipTerms } from './plan/demo-membership.rules.ts';
import { planCentreHours, planEquipmentHours, planExceptions } from './plan/demo-opening.rules.ts';
import {
  membershipRows,
  organisationId,
  personId,
  planCoordinators,
  planMemberships,
  planOrganisations,
  planPeople,
} from './plan/demo-people.rules.ts';
import { planPosts } from './plan/demo-posts.rules.ts';
import { randomFrom } from './plan/random.rules.ts';

/** Any number; another one makes another network. */
const seed = 20_261_122;

/**
 * Every row of the demonstration network for imported centres, relative to `now`. The same input gives the
 * same rows.
 */
export function planDemonstration(data: DemoData, { centres, cities }: DemoPlaces, now: Date) {
  const random = randomFrom(seed);
  const founded = new Date(now.getTime() - 90 * 86_400_000);
  const list = [...centres.values()];
  const memberships = planMemberships(data, list, random);
  const sites = list.map((centre) => planSite(data, centre, now, founded));
  // Who signs in finds the bookings that the files name, and no crowd of others.
  const named = new Set<string>(demonstrationAccounts.map(({ key }) => key));
  const bookers = data.people
    .filter(({ key }) => !named.has(key))
    .map(({ key, country }) => {
      const own = memberships.filter(({ person }) => person === key);
      const idOf = (row: { centre: string }) => centres.get(row.centre)?.id ?? [];
      return {
        id: personId(key),
        country,
        belongsTo: own.flatMap(idOf),
        worksAt: own.filter(({ role }) => role !== 'member').flatMap(idOf),
        mandates: data.organisations.filter((one) => one.people.includes(key)).map(({ slug }) => organisationId(slug)),
      };
    });
  const people = planPeople(data, now, random);
  const rows = membershipRows(memberships, centres, now);
  const staff = new Set(rows.flatMap(({ person, centre, role }) => (role === 'member' ? [] : [`${person} ${centre}`])));
  const units = sites.flatMap((site) => site.bookable);
  const equipment = sites.flatMap((site) => site.equipment);
  const calendar = new DemoCalendar(now);
  const joinRequests = planJoinRequests(data, { centres, memberships, units, calendar, now });
  const booked = planBookings({ data, units, people: bookers, staff, calendar, now, random });
  return {
    people,
    ...planOrganisations(data, cities, now),
    coordinators: planCoordinators(data, cities, now),
    memberships: rows,
    joinRequests,
    membershipTerms: planMembershipTerms(data, list),
    equipment,
    units: sites.flatMap((site) => site.units),
    openingRules: sites.flatMap((site) => site.openingRules),
    openingExceptions: sites.flatMap((site) => site.openingExceptions),
    ...booked,
    ...planPosts(data, { centres, cities, memberships }, now),
  };
}

/** One centre's equipment and hours, and its units with all that decides when they can be booked. */
function planSite(data: DemoData, centre: DemoCentre, now: Date, createdAt: Date) {
  const { equipment, units } = planEquipment(data, centre, createdAt);
  const centreHours = planCentreHours(data, centre);
  const openingExceptions = planExceptions(data, centre, now);
  const own: Opening = { rules: centreHours, exceptions: openingExceptions };
  const equipmentHours = equipment.flatMap(({ type, id }) => planEquipmentHours(data, centre, type, id));
  const openings = new Map(
    equipment.map(({ id }) => {
      const rules = equipmentHours.filter((rule) => rule.equipment === id);
      // The same object where it has no hours of its own, so that they are computed once a centre.
      return [id, rules.length === 0 ? own : effectiveOpening(own, { rules, exceptions: [] })] as const;
    }),
  );
  const bookable: DemoUnit[] = equipment.flatMap((one) =>
    units
      .filter((unit) => unit.equipment === one.id)
      .map(({ id, position }) => ({ id, position, equipment: one, centre, opening: openings.get(one.id) ?? own })),
  );
  return { equipment, units, bookable, openingRules: [...centreHours, ...equipmentHours], openingExceptions };
}
