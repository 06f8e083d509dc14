import { subscribe } from '#lib/api/live.ts';
import { MyMembershipChanges } from './membership.documents.ts';

/** Hears how the signed-in reader stands towards a centre, until the returned function is called. */
export const followMembership = (centreId: string, cursor: string, changed: () => void): (() => void) =>
  subscribe({
    document: MyMembershipChanges,
    cursor,
    onUpdate: (update) => {
      if (update.__typename === 'MembershipChange' && update.centre.id === centreId) changed();
    },
    onGap: changed,
  });
