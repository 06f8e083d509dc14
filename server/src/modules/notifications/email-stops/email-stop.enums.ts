/** E-mails that a person stops or takes up again together, in the order in which the settings list them. */
export const emailCategories = [
  'own_bookings',
  'booking_changes',
  'booking_reminders',
  'memberships',
  'replies',
  'discussions',
  'problems',
  'booking_requests',
  'join_requests',
] as const;
export type EmailCategory = (typeof emailCategories)[number];

/** Of these only the staff of a centre get any. */
export const staffCategories: readonly EmailCategory[] = ['booking_requests', 'join_requests'];
