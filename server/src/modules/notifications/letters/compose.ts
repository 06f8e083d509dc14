import type { Context } from '../../../platform/context/context.ts';
import type { NotificationObject } from '../notices/notification.enums.ts';
import { isOutdated, type NotificationRow } from '../notices/notification.reader.ts';
import { composeBookingLetter } from './bookings/booking-letter.ts';
import { composeJoinRequestLetter } from './join-request-letter.ts';
import type { Letter } from './letter.ts';
import { composeMembershipLetter } from './membership-letter.ts';
import { composeOfferLetter } from './offer-letter.ts';
import { composeProblemLetter } from './problem-letter.ts';
import { composeReplyLetter } from './reply-letter.ts';

type Compose = (reader: Context, notification: NotificationRow) => Promise<Letter | undefined>;

const composers: Readonly<Record<NotificationObject, Compose>> = {
  booking: composeBookingLetter,
  offer: composeOfferLetter,
  join_request: composeJoinRequestLetter,
  membership: composeMembershipLetter,
  reply: composeReplyLetter,
  problem: composeProblemLetter,
};

/** The letter of a notification for its person; undefined where there is nothing to tell any more. */
export const compose: Compose = async (reader, notification) =>
  (await isOutdated(reader, notification)) ? undefined : composers[notification.objectType](reader, notification);
