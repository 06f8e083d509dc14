import type { Context } from '../../../platform/context/context.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import {
  joinRequestAccepted,
  joinRequestDeclined,
  joinRequested,
} from '../../people/join-requests/join-request.events.ts';
import { membershipEnded } from '../../people/memberships/membership.events.ts';
import { readPeople } from '../../people/persons/person.reader.ts';
import { causeOf } from './cause.ts';
import { notify } from './notify.service.ts';
import { readStaff } from './staff.reader.ts';

/** What people hear of memberships, handled in the order in which it happened. */
export const toldOfMemberships = [joinRequested, joinRequestAccepted, joinRequestDeclined, membershipEnded] as const;

type Entry = LogEntry & {
  readonly subject: { readonly centre: string; readonly person: string } & (
    | { readonly joinRequest: string }
    | { readonly membership: string }
  );
};

/** Tells the staff of a request for membership, and the person what became of it or of the membership. */
export async function tellOfMembership(tx: Context, entry: Entry): Promise<void> {
  const { centre: centreId, person: personId } = entry.subject;
  const cause = causeOf(entry);
  if (joinRequested.is(entry)) {
    const object = { type: 'join_request', id: entry.subject.joinRequest } as const;
    for (const staff of await readStaff(tx, centreId, 'admit')) {
      if (staff === personId) continue;
      await notify(tx, { personId: staff, cause, kind: 'join_requested', reason: 'staff', object, centreId });
    }
    return;
  }
  // An account may have been erased meanwhile.
  if (entry.actorId === personId || !(await readPeople(tx, [personId])).has(personId)) return;
  if (membershipEnded.is(entry)) {
    const object = { type: 'membership', id: entry.subject.membership } as const;
    await notify(tx, { personId, cause, kind: 'membership_ended', reason: 'member', object, centreId });
    return;
  }
  const kind = joinRequestAccepted.is(entry) ? 'join_accepted' : 'join_declined';
  const object = { type: 'join_request', id: 'joinRequest' in entry.subject ? entry.subject.joinRequest : '' } as const;
  await notify(tx, { personId, cause, kind, reason: 'applicant', object, centreId });
}
