import { type Actor, isInNetwork, roleAt } from '../../../access/actor.rules.ts';
import { may } from '../../../access/rights.rules.ts';
import type { PostAudience, PostState } from './post.enums.ts';

/** What decides who may do what with a post. */
export interface GuardedPost {
  readonly audience: PostAudience;
  readonly state: PostState;
  /** The home centre. */
  readonly centreId: string | null;
  readonly authorId: string | null;
  /** For whom the author acted: an organisation, a centre or, where both are null, nobody else. */
  readonly organisationId: string | null;
  readonly actingCentreId: string | null;
}

/** Publishing needs an account with a confirmed e-mail address. */
export const mayPublish = (actor: Actor): boolean => actor.kind === 'member' && actor.emailVerified;

/**
 * The author reads a post always. Others read an open one by its audience; a withdrawn one stays with its
 * author and the staff of its home centre. `visiblePosts` says the same in SQL.
 */
export function mayRead(actor: Actor, post: GuardedPost): boolean {
  if (isAuthor(actor, post)) return true;
  if (post.state === 'withdrawn') return isStaffAtHome(actor, post);
  switch (post.audience) {
    case 'public':
      return true;
    case 'network':
      return isInNetwork(actor);
    case 'members':
      return post.centreId !== null && roleAt(actor, post.centreId) !== undefined;
  }
}

/** An open post is edited by its author, the staff of the acting centre and whoever acts for the same organisation. */
export const mayEdit = (actor: Actor, post: GuardedPost): boolean =>
  post.state === 'open' &&
  mayPublish(actor) &&
  mayRead(actor, post) &&
  (isAuthor(actor, post) || isStaffOfActingCentre(actor, post) || actsForSameOrganisation(actor, post));

/** An open post is withdrawn by its author or the staff of its home centre. */
export const mayWithdraw = (actor: Actor, post: GuardedPost): boolean =>
  post.state === 'open' && (isAuthor(actor, post) || isStaffAtHome(actor, post));

/** Whoever reads an open post may reply, with a confirmed e-mail address. */
export const mayReply = (actor: Actor, post: GuardedPost): boolean =>
  post.state === 'open' && mayPublish(actor) && mayRead(actor, post);

const isAuthor = (actor: Actor, post: GuardedPost): boolean =>
  actor.kind === 'member' && actor.personId === post.authorId;

const isStaffAtHome = (actor: Actor, post: GuardedPost): boolean =>
  post.centreId !== null && may(actor, 'moderate-posts', post.centreId);

const isStaffOfActingCentre = (actor: Actor, post: GuardedPost): boolean =>
  post.actingCentreId !== null && may(actor, 'act-for-centre', post.actingCentreId);

const actsForSameOrganisation = (actor: Actor, post: GuardedPost): boolean =>
  actor.kind === 'member' && actor.actingFor?.kind === 'organisation' && actor.actingFor.id === post.organisationId;
