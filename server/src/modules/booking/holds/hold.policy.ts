import type { Actor } from '../../../access/actor.rules.ts';

/** Whether who shows the secret of a hold may use it: nobody's yet, or their own. */
export function mayUseHold(actor: Actor, { personId }: { readonly personId: string | null }): boolean {
  return personId === null || (actor.kind === 'member' && actor.personId === personId);
}

/** Whether taken time is a hold of the actor's: their own, or the one that they say is theirs. */
export function isOwnHold(
  actor: Actor,
  { holdId, holderId }: Readonly<Record<'holdId' | 'holderId', string | null>>,
  ownId: string | null | undefined,
): boolean {
  if (holdId === null) return false;
  return holdId === ownId || (actor.kind === 'member' && actor.personId === holderId);
}
