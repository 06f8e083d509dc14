import { type Actor, isInNetwork, roleAt } from '../../../access/actor.rules.ts';
import type { BookingAudience } from './equipment.enums.ts';

/** Equipment as far as it decides whom it is for. */
export interface ForWhom {
  readonly audience: BookingAudience;
  readonly centreId: string;
}

/** Whether somebody belongs to those who may book equipment; everyone does where it is open to everyone. */
export const isInAudience = (actor: Actor, { audience, centreId }: ForWhom): boolean =>
  audience === 'everyone' || (audience === 'network' ? isInNetwork(actor) : roleAt(actor, centreId) !== undefined);

/** All that somebody belongs to the audience of: equipment for these audiences, and any equipment of these centres. */
export interface AudienceReach {
  readonly audiences: readonly BookingAudience[];
  readonly centreIds: readonly string[];
}

/** The same as {@link isInAudience}, for a search. */
export const audienceReach = (actor: Actor): AudienceReach => ({
  audiences: isInNetwork(actor) ? ['everyone', 'network'] : ['everyone'],
  centreIds: actor.kind === 'member' ? actor.memberships.map(({ centreId }) => centreId) : [],
});
