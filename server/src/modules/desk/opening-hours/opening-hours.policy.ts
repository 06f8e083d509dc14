import { type Actor, roleAt } from '../../../access/actor.rules.ts';

/** Whether the actor may change the opening hours of a centre and of its equipment: its managers may. */
export const mayChangeOpeningHours = (actor: Actor, centreId: string): boolean => roleAt(actor, centreId) === 'manager';
