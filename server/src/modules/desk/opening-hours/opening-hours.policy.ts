import type { Actor } from '../../../access/actor.rules.ts';
import { may } from '../../../access/rights.rules.ts';

/** Whether the actor may change the opening hours of a centre and of its equipment: its managers may. */
export const mayChangeOpeningHours = (actor: Actor, centreId: string): boolean => may(actor, 'edit-hours', centreId);
