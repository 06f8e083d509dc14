/** E-mails that a person stops or takes up again together, in the order in which the settings list them. */
export const emailCategories = [
  'own_bookings',
  'booking_changes',
  'booking_reminders',
  'replies',
  'discussions',
] as const;
export type EmailCategory = (typeof emailCategories)[number];
