import { type ActingFor, type Actor, isStaffAt, type Member } from './actor.rules.ts';

/** Everyone a member may act for, in no order: the organisations that gave a mandate, the centres where they are staff. */
export function partiesOf(member: Member): ActingFor[] {
  const centres = member.memberships.filter(({ centreId }) => isStaffAt(member, centreId));
  return [
    ...member.organisationIds.map((id) => ({ kind: 'organisation' as const, id })),
    ...centres.map(({ centreId }) => ({ kind: 'centre' as const, id: centreId })),
  ];
}

/** Whether the actor may read what concerns one person alone: address, language, memberships, mandates. */
export function mayReadPrivate(actor: Actor, personId: string): boolean {
  return actor.kind === 'member' && actor.personId === personId;
}
