import { type Actor, isInNetwork, roleAt } from './actor.rules.ts';

/** Whether the actor is among those for whom an event was logged: `public`, `network`, `centre:ID` or `person:ID`. */
export function mayHear(actor: Actor, audience: string): boolean {
  const [kind, id = ''] = audience.split(':');
  switch (kind) {
    case 'public':
      return true;
    case 'network':
      return isInNetwork(actor);
    case 'centre':
      return roleAt(actor, id) !== undefined;
    case 'person':
      return actor.kind === 'member' && actor.personId === id;
    default:
      return false;
  }
}
