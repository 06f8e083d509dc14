import { expect, test } from 'vitest';
import { type JoinState, joinStateOf, maySend, type Standing } from './join-state.rules.ts';

const anybody: Standing = {
  membershipAccess: 'ON_REQUEST',
  viewerMembership: null,
  viewerEndedMembership: null,
  viewerCan: { joinRefusal: null },
};
const refused = (obstacle: NonNullable<Standing['viewerCan']['joinRefusal']>['obstacle']) => ({
  viewerCan: { joinRefusal: { obstacle } },
});

test.each<[JoinState, Partial<Standing>]>([
  ['ask', {}],
  ['join', { membershipAccess: 'OPEN' }],
  ['join', { membershipAccess: 'OPEN', viewerEndedMembership: { endReason: null } }],
  ['ask', { membershipAccess: 'OPEN', viewerEndedMembership: { endReason: 'Triukšmas.' } }],
  ['member', { viewerMembership: { role: 'MEMBER' }, ...refused('MEMBER') }],
  ['team', { viewerMembership: { role: 'STAFF' }, ...refused('MEMBER') }],
  ['team', { viewerMembership: { role: 'MANAGER' }, ...refused('MEMBER') }],
  ['waiting', refused('ASKED')],
  ['elsewhere', { membershipAccess: 'ELSEWHERE', ...refused('ELSEWHERE') }],
  ['signIn', refused('SIGNED_IN')],
  ['confirm', refused('EMAIL_VERIFIED')],
  ['declined', refused('DECLINED')],
])('%s: %j', (state, standing) => {
  expect(joinStateOf({ ...anybody, ...standing })).toBe(state);
  expect(maySend(state)).toBe(state === 'ask' || state === 'join');
});
