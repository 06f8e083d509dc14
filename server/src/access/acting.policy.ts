import type { ActingFor, Actor, Member } from './actor.rules.ts';
import { centresWhereMay, may } from './rights.rules.ts';

/** Whether the actor may choose to act for this organisation or centre. */
export function mayActFor(actor: Actor, party: ActingFor): boolean {
  if (actor.kind === 'visitor') return false;
  return party.kind === 'organisation'
    ? actor.organisationIds.includes(party.id)
    : may(actor, 'act-for-centre', party.id);
}

/** Everyone a member may act for, in no order: the organisations that gave a mandate, the centres where they are staff. */
export function partiesOf(member: Member): ActingFor[] {
  return [
    ...member.organisationIds.map((id) => ({ kind: 'organisation' as const, id })),
    ...centresWhereMay(member, 'act-for-centre').map((id) => ({ kind: 'centre' as const, id })),
  ];
}

/** Whether the actor may read what concerns one person alone: address, language, memberships, mandates. */
export function mayReadPrivate(actor: Actor, personId: string): boolean {
  return actor.kind === 'member' && actor.personId === personId;
}
