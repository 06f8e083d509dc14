import type { EmailCategory } from '../email-stops/email-stop.enums.ts';

/** What a person may be told, and which letters one stops together with it. */
export const categoryOf = {
  booking_made: 'own_bookings',
  booking_requested: 'own_bookings',
  booking_moved: 'own_bookings',
  booking_cancelled: 'own_bookings',
  booking_approved: 'booking_changes',
  booking_declined: 'booking_changes',
  booking_moved_by_staff: 'booking_changes',
  booking_moved_by_colleague: 'booking_changes',
  booking_cancelled_by_staff: 'booking_changes',
  booking_cancelled_by_colleague: 'booking_changes',
  booking_missed: 'booking_changes',
  booking_kept: 'booking_changes',
  time_offered: 'booking_changes',
  time_offered_back: 'booking_changes',
  booking_reminder: 'booking_reminders',
  booking_waiting: 'booking_requests',
  join_requested: 'join_requests',
  join_accepted: 'memberships',
  join_declined: 'memberships',
  membership_ended: 'memberships',
  problem_reported: 'problems',
  problem_moved_on: 'problems',
  problem_ended: 'problems',
  post_replied: 'replies',
  discussion_continued: 'discussions',
} as const satisfies Record<string, EmailCategory>;

export type NotificationKind = keyof typeof categoryOf;
export const notificationKinds = Object.keys(categoryOf) as [NotificationKind, ...NotificationKind[]];

/** Why it is this person who is told. */
export const notificationReasons = [
  'booker',
  'staff',
  'applicant',
  'member',
  'post_author',
  'replier',
  'handler',
  'reporter',
] as const;
export type NotificationReason = (typeof notificationReasons)[number];

/** What a notification is about. */
export const notificationObjects = ['booking', 'offer', 'join_request', 'membership', 'reply', 'problem'] as const;
export type NotificationObject = (typeof notificationObjects)[number];
