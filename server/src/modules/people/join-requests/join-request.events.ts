import { defineEvent, type EventSpecification } from '../../../platform/events/define-event.ts';

interface RecordedRequest {
  readonly id: string;
  readonly centreId: string;
  readonly personId: string;
  /** Why it was declined. */
  readonly reason?: string | null;
}

/** For the person who asks and the staff of the centre. */
const told = {
  subject: ({ id, centreId, personId }: RecordedRequest) => ({ joinRequest: id, centre: centreId, person: personId }),
  audience: ({ centreId, personId }: RecordedRequest) => [`staff:${centreId}`, `person:${personId}`] as const,
  topics: ({ centreId, personId }: RecordedRequest) => [`desk:${centreId}`, `person:${personId}`],
} satisfies EventSpecification<RecordedRequest, object>;

const audit = ({ id, centreId, personId, reason }: RecordedRequest) => ({
  ...{ centreId, personId, object: { type: 'join_request', id }, reason },
});

export const joinRequested = defineEvent('join_request.sent', told);
export const joinRequestWithdrawn = defineEvent('join_request.withdrawn', {
  ...told,
  unconsumed: 'the desk of the centre shows it',
});
export const joinRequestAccepted = defineEvent('join_request.accepted', { ...told, audit });
export const joinRequestDeclined = defineEvent('join_request.declined', { ...told, audit });

export const joinRequestEvents = [
  joinRequested,
  joinRequestWithdrawn,
  joinRequestAccepted,
  joinRequestDeclined,
] as const;
