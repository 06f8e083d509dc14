import type { MembershipAccess } from '../../directory/centres/centre.enums.ts';

/** How long after a refusal one asks again. */
export const daysAfterDecline = 14;
const day = 24 * 60 * 60 * 1000;

/** What stands in the way of becoming a member, in the order in which people are told. */
export const joinObstacles = ['member', 'asked', 'elsewhere', 'signed_in', 'email_verified', 'declined'] as const;
export type JoinObstacle = (typeof joinObstacles)[number];

/** What decides whether and how somebody becomes a member of a centre. */
export interface JoinFacts {
  readonly access: MembershipAccess;
  readonly signedIn: boolean;
  readonly emailVerified: boolean;
  /** Whether a membership holds or is to begin. */
  readonly member: boolean;
  /** Whether the staff ended the last membership. */
  readonly endedByStaff: boolean;
  /** When a request was sent that still waits. */
  readonly askedAt: Date | null;
  /** When the staff last declined one. */
  readonly declinedAt: Date | null;
}

export type JoinDecision =
  | { readonly outcome: 'JOIN' | 'ASK' }
  | {
      readonly outcome: 'REFUSED';
      readonly obstacle: JoinObstacle;
      /** When it was asked, for what waits. */
      readonly askedAt: Date | null;
      /** From when one may ask again, where time is what stands in the way. */
      readonly askAgainAt: Date | null;
    };

/** When somebody may ask again who was declined. */
export const askAgainAt = (declinedAt: Date): Date => new Date(declinedAt.getTime() + daysAfterDecline * day);

/**
 * Whether asking makes one a member at once, sends a request, or is refused. Whose membership the staff ended asks
 * them, also where the centre is open to all others.
 */
export function decideJoin(facts: JoinFacts, now: Date): JoinDecision {
  const again = facts.declinedAt && askAgainAt(facts.declinedAt);
  const standing: Readonly<Record<JoinObstacle, boolean>> = {
    member: facts.member,
    asked: facts.askedAt !== null,
    elsewhere: facts.access === 'elsewhere',
    signed_in: !facts.signedIn,
    email_verified: !facts.emailVerified,
    declined: again !== null && now < again,
  };
  const obstacle = joinObstacles.find((each) => standing[each]);
  if (!obstacle) return { outcome: facts.access === 'open' && !facts.endedByStaff ? 'JOIN' : 'ASK' };
  return {
    outcome: 'REFUSED',
    obstacle,
    askedAt: obstacle === 'asked' ? facts.askedAt : null,
    askAgainAt: obstacle === 'declined' ? again : null,
  };
}
