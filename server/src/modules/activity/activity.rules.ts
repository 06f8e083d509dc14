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

/** What an event of the log counts as; undefined where it is no news to anyone. */
export const activityKindOf = (eventType: string): ActivityKind | undefined =>
  activityKinds.find((kind) => kind.replace('_', '.') === eventType);
