import type { CentreRole } from './roles.enums.ts';

/** For whom a member acts: an organisation that gave a mandate, or a centre whose staff they are. */
export type ActingFor =
  | { readonly kind: 'organisation'; readonly id: string }
  | { readonly kind: 'centre'; readonly id: string };

/** Somebody without an account, or not signed in. */
export interface Visitor {
  readonly kind: 'visitor';
}

/** A signed-in person with the rights that hold now. */
export interface Member {
  readonly kind: 'member';
  readonly personId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly operator: boolean;
  readonly memberships: readonly { readonly centreId: string; readonly role: CentreRole }[];
  /** Organisations whose mandate holds now. */
  readonly organisationIds: readonly string[];
  /** Cities the person coordinates. */
  readonly cityIds: readonly string[];
  readonly actingFor: ActingFor | null;
}

/** Who asks. */
export type Actor = Visitor | Member;

export const visitor: Visitor = { kind: 'visitor' };

/** The actor's role at a centre, if any. */
export function roleAt(actor: Actor, centreId: string): CentreRole | undefined {
  return actor.kind === 'member'
    ? actor.memberships.find((membership) => membership.centreId === centreId)?.role
    : undefined;
}

/** What an event's or post's `network` audience needs: membership of any centre or a mandate. */
export function isInNetwork(actor: Actor): boolean {
  return actor.kind === 'member' && (actor.memberships.length > 0 || actor.organisationIds.length > 0);
}
