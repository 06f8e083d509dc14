import type { CentreRole } from '../../../access/roles.enums.ts';
import { defineEvent, type EventSpecification } from '../../../platform/events/define-event.ts';

interface RecordedMembership {
  readonly id: string;
  readonly centreId: string;
  readonly personId: string;
  /** The request that it began with. */
  readonly joinRequestId?: string;
  /** Why it was ended. */
  readonly reason?: string;
}

/** For the person who belongs, or belonged, and the staff of the centre. */
const told = {
  subject: ({ id, centreId, personId, joinRequestId }: RecordedMembership) => ({
    membership: id,
    centre: centreId,
    person: personId,
    joinRequest: joinRequestId,
  }),
  audience: ({ centreId, personId }: RecordedMembership) => [`staff:${centreId}`, `person:${personId}`] as const,
  topics: ({ centreId, personId }: RecordedMembership) => [`desk:${centreId}`, `person:${personId}`],
} satisfies EventSpecification<RecordedMembership, object>;

export const membershipStarted = defineEvent('membership.started', {
  ...told,
  unconsumed: 'its person hears of the accepted request, or has just joined',
});
export const membershipEnded = defineEvent('membership.ended', {
  ...told,
  audit: ({ id, centreId, personId, reason }: RecordedMembership) => ({
    ...{ centreId, personId, object: { type: 'membership', id }, reason },
  }),
});

interface ChangedRole extends RecordedMembership {
  readonly before: CentreRole;
  readonly after: CentreRole;
}
export const roleChanged = defineEvent('membership.role_changed', {
  ...told,
  unconsumed: 'its person sees at once what they may do now',
  audit: ({ id, centreId, personId, reason, before, after }: ChangedRole) => ({
    ...{ centreId, personId, object: { type: 'membership', id }, reason },
    ...{ before: { role: before }, after: { role: after } },
  }),
});

export const membershipEvents = [membershipStarted, membershipEnded, roleChanged] as const;
