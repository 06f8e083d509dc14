import type { Context } from '../context/context.ts';
import { enqueue } from '../jobs/enqueue.ts';
import { defineQueue } from '../jobs/queue.ts';
import type { Email } from './email.ts';

/** An e-mail on its way. */
export interface QueuedEmail {
  readonly email: Email;
  /** ISO 8601; after it the e-mail's link is worthless and the e-mail stays unsent. */
  readonly until: string;
}

/** An e-mail that nothing was said about is of use for so many hours. */
const usualHours = 24;

/** An e-mail as it waits to be sent. */
export const queued = (email: Email, now: Date): QueuedEmail => ({
  email,
  until: new Date(now.getTime() + (email.hours ?? usualHours) * 3_600_000).toISOString(),
});

/**
 * E-mails carry one-time links, which the accounts keep as digests only. So an e-mail is deleted the moment it is
 * sent, and one that cannot be sent outlives its link by little: as a dead letter it opens nothing any more.
 */
export const emails = defineQueue<QueuedEmail>({ name: 'emails', waitsAtMost: usualHours, forgetWhenDone: true });

/** Hands an e-mail over with the commit of the transaction: it is sent where that succeeds, and only then. */
export const sendEmail = (tx: Context, email: Email): Promise<void> => enqueue(tx, emails, queued(email, tx.now));
