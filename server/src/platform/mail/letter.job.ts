import { defineQueue } from '../jobs/queue.ts';
import type { Letter } from './letter.ts';

/** A letter on its way. */
export interface PostedLetter {
  readonly letter: Letter;
  /** ISO 8601; after it the letter's link is worthless and the letter stays unsent. */
  readonly until: string;
}

/** A letter that nothing was said about is of use for so many hours. */
export const usualHours = 24;

/**
 * Letters carry one-time links, which the accounts keep as digests only. So a letter is deleted the moment it is
 * sent, and one that cannot be sent outlives its link by little: as a dead letter it opens nothing any more.
 */
export const letters = defineQueue<PostedLetter>({ name: 'letters', waitsAtMost: usualHours, forgetWhenDone: true });
