import type { I18n } from '#lib/i18n/i18n.ts';

const named = [
  'emails',
  'notification-letters',
  'booking-reminders',
  'on-tell-of-bookings',
  'on-tell-of-memberships',
  'on-tell-of-replies',
  'on-tell-of-offers',
  'on-tell-of-problems',
  'overdue-outages',
  'overdue-requests',
  'over-bookings',
  'old-undo-steps',
  'expired-holds',
  'unrendered-texts',
  'picture-sizes',
  'unused-pictures',
  'expired',
  'expired-limits',
  'old-requests',
] as const;

/** A queue in the reader's words; one that has none yet by its own name. */
export function nameOf(t: I18n['t'], queue: string): string {
  const known = named.find((each) => each === queue);
  return known ? t(`operations.queue.${known}`) : queue;
}
