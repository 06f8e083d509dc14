import type { Actor } from '../../../access/actor.rules.ts';
import { centresWhereMay, may } from '../../../access/rights.rules.ts';

/** Whether the actor works at the desk of a centre: its team does, and nobody else. */
export const mayRunDesk = (actor: Actor, centreId: string): boolean => may(actor, 'see-desk', centreId);

/** The centres at whose desk the actor works, in no order. */
export const desksOf = (actor: Actor): string[] => centresWhereMay(actor, 'see-desk');
