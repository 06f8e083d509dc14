import { isInAudience } from '../../access/audience.policy.ts';
import { type Context, db } from '../../platform/context/context.ts';
import { load } from '../../platform/context/load.ts';
import { encodeCursor } from '../../platform/events/cursor.rules.ts';
import { byType } from '../../platform/events/define-event.ts';
import type { LogEntry } from '../../platform/events/event-log.reader.ts';
import { readNewestEvents } from '../../platform/events/newest-events.reader.ts';
import { bookingCancelled, bookingMade, bookingMoved } from '../booking/bookings/booking.events.ts';
import { postEdited, postPublished, postWithdrawn, replyAdded } from '../collaboration/posts/post.events.ts';
import { readPosts } from '../collaboration/posts/post.reader.ts';
import { readEquipment } from '../equipment/items/equipment.reader.ts';
import type { ActivityKind } from './activity.enums.ts';

export interface ActivityRow {
  readonly kind: ActivityKind;
  readonly at: Date;
  readonly centreId: string | undefined;
  readonly equipmentId: string | undefined;
  /** A post that the actor may read now. */
  readonly postId: string | undefined;
}

const kinds = {
  [bookingMade.type]: 'booking_made',
  [bookingMoved.type]: 'booking_moved',
  [bookingCancelled.type]: 'booking_cancelled',
  [postPublished.type]: 'post_published',
  [postEdited.type]: 'post_edited',
  [postWithdrawn.type]: 'post_withdrawn',
  [replyAdded.type]: 'reply_added',
} as const satisfies Record<string, ActivityKind>;

/** What an event of the log counts as; undefined where it is no news to anyone. */
export const activityKindOf = (entry: LogEntry): ActivityKind | undefined => byType(kinds, entry);

/**
 * What the actor may know of an event; undefined where it is not for them. That a post was withdrawn is told
 * without it to whom it had been open.
 */
export async function readActivity(ctx: Context, entry: LogEntry): Promise<ActivityRow | undefined> {
  const kind = activityKindOf(entry);
  if (!kind || !isInAudience(ctx.actor, entry.audiences)) return undefined;
  const { centre: centreId, equipment: equipmentId, post: postId } = entry.subject;
  const [equipment, post] = await Promise.all([
    equipmentId === undefined ? undefined : load(ctx, readEquipment, equipmentId),
    postId === undefined ? undefined : load(ctx, readPosts, postId),
  ]);
  if (equipmentId !== undefined && !equipment) return undefined;
  if (postId !== undefined && !post && kind !== 'post_withdrawn') return undefined;
  return { kind, at: entry.at, centreId, equipmentId, postId: post?.id };
}

/** What is worth a line to somebody who came for something else, and for how long. */
const worthTelling = [bookingMade.type, bookingCancelled.type, postPublished.type];
const freshFor = 6 * 60 * 60 * 1000;

/** The newest activity that the actor may know of, with its place in the stream; undefined where all is quiet. */
export async function readLatestActivity(ctx: Context): Promise<(ActivityRow & { cursor: string }) | undefined> {
  const entries = await readNewestEvents(db(ctx), {
    topic: 'activity',
    types: worthTelling,
    since: new Date(ctx.now.getTime() - freshFor),
    limit: 10,
  });
  const known = await Promise.all(
    entries.map(async (entry) => {
      const activity = await readActivity(ctx, entry);
      return activity && { ...activity, cursor: encodeCursor(entry) };
    }),
  );
  return known.find((activity) => activity !== undefined);
}
