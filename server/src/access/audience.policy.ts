import { type Actor, isInNetwork, roleAt } from './actor.rules.ts';
import { may } from './rights.rules.ts';

/** Some of those who may hear of an event. */
export type Audience = 'public' | 'network' | `centre:${string}` | `staff:${string}` | `person:${string}`;

/** Whether the actor is among those for whom an event was recorded. */
export const isInAudience = (actor: Actor, audiences: readonly string[]): boolean =>
  audiences.some((audience) => belongsTo(actor, audience));

function belongsTo(actor: Actor, audience: string): boolean {
  const [kind, id = ''] = audience.split(':');
  switch (kind) {
    case 'public':
      return true;
    case 'network':
      return isInNetwork(actor);
    case 'centre':
      return roleAt(actor, id) !== undefined;
    case 'staff':
      return may(actor, 'see-desk', id);
    case 'person':
      return actor.kind === 'member' && actor.personId === id;
    default:
      return false;
  }
}
