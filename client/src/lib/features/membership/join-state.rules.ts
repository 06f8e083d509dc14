/** How the reader stands towards a centre, as far as the panel of membership shows it. */
export type JoinState =
  | 'member'
  | 'team'
  | 'waiting'
  | 'elsewhere'
  | 'signIn'
  | 'confirm'
  | 'declined'
  /** May ask, and is answered by the staff. */
  | 'ask'
  /** May join at once. */
  | 'join';

/** What of a centre decides it. */
export interface Standing {
  readonly membershipAccess: 'OPEN' | 'ON_REQUEST' | 'ELSEWHERE';
  readonly viewerMembership: { readonly role: 'MEMBER' | 'HOST' | 'STAFF' | 'MANAGER' } | null;
  readonly viewerEndedMembership: { readonly endReason: string | null } | null;
  readonly viewerCan: { readonly joinRefusal: { readonly obstacle: Obstacle } | null };
}
type Obstacle = 'MEMBER' | 'ASKED' | 'ELSEWHERE' | 'SIGNED_IN' | 'EMAIL_VERIFIED' | 'DECLINED';

const states = {
  MEMBER: 'member',
  ASKED: 'waiting',
  ELSEWHERE: 'elsewhere',
  SIGNED_IN: 'signIn',
  EMAIL_VERIFIED: 'confirm',
  DECLINED: 'declined',
} as const satisfies Record<Obstacle, JoinState>;

/** Whose membership the staff ended asks them, also where the centre is open to all others. */
export function joinStateOf(centre: Standing): JoinState {
  const { membershipAccess, viewerMembership, viewerEndedMembership, viewerCan } = centre;
  if (viewerMembership) return viewerMembership.role === 'MEMBER' ? 'member' : 'team';
  if (viewerCan.joinRefusal) return states[viewerCan.joinRefusal.obstacle];
  return membershipAccess === 'OPEN' && !viewerEndedMembership?.endReason ? 'join' : 'ask';
}

/** Whether the panel has a form to send. */
export const maySend = (state: JoinState): boolean => state === 'ask' || state === 'join';
