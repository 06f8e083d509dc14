import { describe, expect, test } from 'vitest';
import { type Actor, type Member, visitor } from '../../../access/actor.rules.ts';
import {
  type BookingStanding,
  bookingNeeds,
  mayApprove,
  mayCheckIn,
  mayCheckOut,
  mayDecline,
  mayExtend,
  mayMarkNoShow,
  mayMove,
  maySeeBooking,
} from './booking.policy.ts';

const member = (rights: Partial<Member> = {}): Member => ({
  kind: 'member',
  personId: 'ruta',
  sessionId: 's',
  name: 'Rūta',
  email: 'ruta@example.org',
  emailVerified: true,
  operator: false,
  memberships: [],
  organisationIds: [],
  cityIds: [],
  actingFor: null,
  ...rights,
});
const at = (centreId: string, role: Member['memberships'][number]['role'] = 'member') =>
  member({ memberships: [{ centreId, role }] });

describe('what somebody lacks to book', () => {
  const unconfirmed = member({ emailVerified: false });
  const visitors = 'signed_in email_verified';
  test.each<[string, Actor, [members: string, network: string, everyone: string]]>([
    ['a visitor', visitor, [`${visitors} audience`, `${visitors} audience`, visitors]],
    ['somebody unconfirmed', unconfirmed, ['email_verified audience', 'email_verified audience', 'email_verified']],
    ['somebody with an account', member(), ['audience', 'audience', '']],
    ['an agent of an organisation', member({ organisationIds: ['o'] }), ['audience', '', '']],
    ['a member of another centre', at('elsewhere'), ['audience', '', '']],
    ['staff of another centre', at('elsewhere', 'staff'), ['audience', '', '']],
    ['a member of the centre', at('here'), ['', '', '']],
    ['the manager of the centre', at('here', 'manager'), ['', '', '']],
    ['the operator', member({ operator: true }), ['audience', 'audience', '']],
  ])('%s', (_, actor, expected) => {
    const answers = (['members', 'network', 'everyone'] as const).map((audience) => {
      const needs = bookingNeeds(actor, { audience, centreId: 'here', centreName: 'Here' });
      return needs.map(({ condition }) => condition).join(' ');
    });
    expect(answers).toEqual(expected);
  });
});

const now = new Date('2026-11-25T08:00Z');
const booking: BookingStanding = {
  bookerId: 'ruta',
  organisationId: null,
  actingCentreId: null,
  centreId: 'here',
  state: 'confirmed',
  startsAt: new Date('2026-11-25T08:30Z'),
  endsAt: new Date('2026-11-25T09:30Z'),
  checkedInAt: null,
};

describe('whose a booking is', () => {
  test.each<[string, Actor, Partial<BookingStanding>, boolean]>([
    ['its booker knows', member(), {}, true],
    ['a visitor does not', visitor, { bookerId: null }, false],
    ['another member does not', member({ personId: 'jonas' }), {}, false],
    ['a member of the centre does not', { ...at('here'), personId: 'jonas' }, {}, false],
    ['staff of the centre knows', { ...at('here', 'staff'), personId: 'jonas' }, {}, true],
    ['staff of another centre does not', { ...at('elsewhere', 'manager'), personId: 'jonas' }, {}, false],
    [
      'a colleague of the organisation knows',
      member({ personId: 'jonas', organisationIds: ['o'] }),
      { organisationId: 'o' },
      true,
    ],
    [
      'an agent of another organisation does not',
      member({ personId: 'jonas', organisationIds: ['p'] }),
      { organisationId: 'o' },
      false,
    ],
    [
      'staff of the centre it is for knows',
      { ...at('elsewhere', 'staff'), personId: 'jonas' },
      { actingCentreId: 'elsewhere' },
      true,
    ],
    ['the operator does not', member({ personId: 'jonas', operator: true }), {}, false],
    ['nobody is taken for an erased booker', member({ personId: 'jonas' }), { bookerId: null }, false],
  ])('%s', (_, actor, change, expected) => {
    expect(maySeeBooking(actor, { ...booking, ...change })).toBe(expected);
  });
});

describe('a booking can be moved or cancelled', () => {
  test.each<[string, Partial<BookingStanding>, string | undefined]>([
    ['before it starts', {}, undefined],
    ['not from its start on', { startsAt: now }, 'booking.alreadyStarted'],
    ['not once cancelled', { state: 'cancelled' }, 'booking.alreadyCancelled'],
    ['not once declined', { state: 'declined' }, 'booking.alreadyDeclined'],
  ])('%s', (_, change, reason) => {
    const answer = mayMove(member(), { ...booking, ...change }, now);
    expect(answer.allowed ? undefined : answer.reason?.key).toBe(reason);
    expect(answer.allowed).toBe(reason === undefined);
  });

  test('not by others, who are not told why', () => {
    expect(mayMove(member({ personId: 'jonas' }), { ...booking, state: 'cancelled' }, now)).toEqual({
      allowed: false,
      code: 'NOT_FOUND',
    });
  });
});

describe('a request is answered', () => {
  const staff = { ...at('here', 'staff'), personId: 'jonas' };
  test.each<[string, Actor, Partial<BookingStanding>, string]>([
    ['by staff of the centre', staff, {}, 'yes'],
    ['by the manager of the centre', { ...staff, memberships: [{ centreId: 'here', role: 'manager' }] }, {}, 'yes'],
    ['not by whom it is for', member(), {}, 'FORBIDDEN booking.staffDecide'],
    ['by staff for whom it is as well', at('here', 'staff'), {}, 'yes'],
    ['not by members of the centre', { ...at('here'), personId: 'jonas' }, {}, 'NOT_FOUND undefined'],
    ['not by staff of another centre', { ...at('elsewhere', 'staff'), personId: 'jonas' }, {}, 'NOT_FOUND undefined'],
    ['not once begun', staff, { startsAt: now }, 'CONFLICT booking.tooLateToAnswer'],
    ['not once confirmed', staff, { state: 'confirmed' }, 'CONFLICT booking.alreadyConfirmed'],
    ['not once declined', staff, { state: 'declined' }, 'CONFLICT booking.alreadyDeclined'],
    ['not once cancelled', staff, { state: 'cancelled' }, 'CONFLICT booking.alreadyCancelled'],
  ])('%s', (_, actor, change, expected) => {
    for (const may of [mayApprove, mayDecline]) {
      const answer = may(actor, { ...booking, state: 'requested', ...change }, now);
      expect(answer.allowed ? 'yes' : `${answer.code} ${answer.reason?.key}`).toBe(expected);
    }
  });
});

describe('at the time of a booking from 8:30 to 9:30', () => {
  const host = { ...at('here', 'staff'), personId: 'jonas' };
  const moment = (clock: string, day = 25) => new Date(`2026-11-${day}T${clock}Z`);
  const told = (answer: ReturnType<typeof mayCheckIn>) =>
    answer.allowed ? answer.to : `${answer.code} ${answer.reason?.key}`;

  test.each<[string, Date, Actor, Partial<BookingStanding>, string]>([
    ['its booker', moment('08:15'), member(), {}, 'checked_in'],
    ['a host', moment('08:15'), host, {}, 'checked_in'],
    ['not a member of the centre', moment('08:15'), { ...at('here'), personId: 'p' }, {}, 'NOT_FOUND undefined'],
    ['not earlier', moment('08:14:59'), host, {}, 'CONFLICT booking.checkIn.tooEarly'],
    ['not the day before', moment('08:30', 24), host, {}, 'CONFLICT booking.checkIn.tooEarly'],
    ['until the end', moment('09:29:59'), member(), {}, 'checked_in'],
    ['not from the end on', moment('09:30'), member(), {}, 'CONFLICT booking.checkIn.over'],
    ['not twice', moment('08:40'), host, { state: 'checked_in' }, 'CONFLICT booking.alreadyCheckedIn'],
    ['not once cancelled', moment('08:20'), host, { state: 'cancelled' }, 'CONFLICT booking.alreadyCancelled'],
    ['not while it waits', moment('08:20'), host, { state: 'requested' }, 'CONFLICT booking.stillWaiting'],
    ['not once nobody came', moment('08:50'), member(), { state: 'no_show' }, 'CONFLICT booking.alreadyMissed'],
  ])('checks in: %s', (_, now, actor, change, expected) => {
    expect(told(mayCheckIn(actor, { ...booking, ...change }, now))).toBe(expected);
  });

  test.each<[string, Date, Actor, Partial<BookingStanding>, string]>([
    ['a host, once whoever is late was waited for', moment('08:45'), host, {}, 'no_show'],
    ['not earlier', moment('08:44:59'), host, {}, 'CONFLICT booking.noShow.tooEarly'],
    ['not its booker', moment('08:45'), member(), {}, 'FORBIDDEN booking.staffAct'],
    ['not of who came', moment('08:45'), host, { state: 'checked_in' }, 'CONFLICT booking.alreadyCheckedIn'],
    ['the day after', moment('09:29:59', 26), host, { state: 'completed' }, 'no_show'],
    ['not later', moment('09:30', 26), host, { state: 'completed' }, 'CONFLICT booking.noShow.tooLate'],
    [
      'not of who had come',
      moment('10:00'),
      host,
      { state: 'completed', checkedInAt: moment('08:31') },
      'CONFLICT booking.noShow.came',
    ],
  ])('says that nobody came: %s', (_, now, actor, change, expected) => {
    expect(told(mayMarkNoShow(actor, { ...booking, ...change }, now))).toBe(expected);
  });

  test('extends until the end, and checks out whenever somebody is checked in', () => {
    expect(told(mayExtend(member(), booking, moment('09:29')))).toBe('confirmed');
    expect(told(mayExtend(host, { ...booking, state: 'checked_in' }, moment('09:29')))).toBe('checked_in');
    expect(told(mayExtend(host, booking, moment('09:30')))).toBe('CONFLICT booking.extend.over');
    expect(told(mayCheckOut(member(), { ...booking, state: 'checked_in' }, moment('09:35')))).toBe('completed');
    expect(told(mayCheckOut(host, booking, moment('08:40')))).toBe('CONFLICT booking.alreadyConfirmed');
  });
});
