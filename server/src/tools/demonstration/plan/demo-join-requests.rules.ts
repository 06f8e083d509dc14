import { stateAfter, waitingState } from '../../../modules/people/join-requests/join-request-lifecycle.rules.ts';
import { stableId } from '../../../shared/ids/stable-id.rules.ts';
import type { DemoCentre, DemoData, DemoJoinRequest } from '../demonstration-data.rules.ts';
import { type DemoCalendar, type DemoUnit, unitOf } from './demo-calendar.rules.ts';
import { type DemoMembership, personId } from './demo-people.rules.ts';

const hour = 3_600_000;
const declinedState = stateAfter('decline');

interface Sources {
  readonly centres: ReadonlyMap<string, DemoCentre>;
  readonly memberships: readonly DemoMembership[];
  readonly units: readonly DemoUnit[];
  readonly calendar: DemoCalendar;
  readonly now: Date;
}

/** Requests for membership, waiting and declined; what their makers wish to book stays free. */
export function planJoinRequests(data: DemoData, { centres, memberships, units, calendar, now }: Sources) {
  const ago = (hours: number) => new Date(now.getTime() - hours * hour);
  return data.joinRequests.map((request) => {
    const { person, message, hoursAgo, declined } = request;
    const centre = centres.get(request.centre);
    const staff = memberships.find((row) => row.centre === request.centre && row.role === 'staff');
    if (!centre || !staff) throw new Error(`Nobody at ${request.centre} could answer ${person}.`);
    return {
      id: stableId('demonstration-join-request', `${request.centre}/${person}`),
      person: personId(person),
      centre: centre.id,
      message,
      state: declined ? declinedState : waitingState,
      reason: declined?.reason ?? null,
      ...wishOf(request, units, calendar),
      createdAt: ago(hoursAgo),
      decidedAt: declined ? ago(declined.hoursAgo) : null,
      decidedBy: declined ? personId(staff.person) : null,
      version: declined ? 2 : 1,
    };
  });
}

function wishOf({ centre, wish }: DemoJoinRequest, units: readonly DemoUnit[], calendar: DemoCalendar) {
  if (!wish) return { wishEquipment: null, wishStartsAt: null, wishEndsAt: null };
  const unit = unitOf(units, { ...wish, centre });
  const time = calendar.nthOpen(unit, wish.openDay, wish.from, wish.to);
  calendar.take(unit.id, time);
  return { wishEquipment: unit.equipment.id, wishStartsAt: new Date(time.start), wishEndsAt: new Date(time.end) };
}
