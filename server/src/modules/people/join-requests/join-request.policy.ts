import type { Actor } from '../../../access/actor.rules.ts';
import { may } from '../../../access/rights.rules.ts';
import { type JoinRequestCommand, type JoinRequestParty, partyOf } from './join-request-lifecycle.rules.ts';

/** A request as far as it matters who asks. */
export interface JoinRequestParties {
  readonly personId: string;
  readonly centreId: string;
}

/** What an actor is to a request; nobody decides about their own. */
function partyTo(actor: Actor, { personId, centreId }: JoinRequestParties): JoinRequestParty | undefined {
  if (actor.kind === 'member' && actor.personId === personId) return 'maker';
  return may(actor, 'admit', centreId) ? 'staff' : undefined;
}

/** Whether the actor may know of a request: whoever made it and the staff of the centre. */
export const maySeeJoinRequest = (actor: Actor, request: JoinRequestParties): boolean =>
  partyTo(actor, request) !== undefined;

/** Whether a command about a request is the actor's to give, while it waits for an answer. */
export const mayCommandJoinRequest = (
  actor: Actor,
  command: JoinRequestCommand,
  request: JoinRequestParties,
): boolean => partyTo(actor, request) === partyOf(command);
