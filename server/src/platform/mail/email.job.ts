import { defineQueue } from '../jobs/queue.ts';
import type { Email } from './email.ts';

/** An e-mail on its way. */
export interface QueuedEmail {
  readonly email: Email;
  /** ISO 8601; after it the e-mail's link is worthless and the e-mail stays unsent. */
  readonly until: string;
}

/** An e-mail that nothing was said about is of use for so many hours. */
export const usualHours = 24;

/**
 * E-mails carry one-time links, which the accounts keep as digests only. So an e-mail is deleted the moment it is
 * sent, and one that cannot be sent outlives its link by little: as a dead letter it opens nothing any more.
 */
export const emails = defineQueue<QueuedEmail>({ name: 'emails', waitsAtMost: usualHours, forgetWhenDone: true });
