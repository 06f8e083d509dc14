import { describe, expect, test } from 'vitest';
import { type Actor, type Member, visitor } from '../../../access/actor.rules.ts';
import {
  type BookingStanding,
  bookingNeeds,
  mayApprove,
  mayDecline,
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
