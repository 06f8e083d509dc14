export const activityKinds = [
  'booking_made',
  'booking_moved',
  'booking_cancelled',
  'post_published',
  'post_edited',
  'post_withdrawn',
  'reply_added',
] as const;
export type ActivityKind = (typeof activityKinds)[number];
