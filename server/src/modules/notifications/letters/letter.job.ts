import { defineQueue } from '../../../platform/jobs/queue.ts';
import { sendLetter } from './send-letter.service.ts';

/** E-mails of notifications that are to be written. */
export const notificationLetters = defineQueue<{ readonly notificationId: string }>({
  name: 'notification-letters',
  waitsAtMost: 24,
  handle: ({ notificationId }, { ctx, log }) => sendLetter(ctx, notificationId, log),
});
