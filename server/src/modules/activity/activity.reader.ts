import { mayHear } from '../../access/audience.policy.ts';
import { type Context, load } from '../../platform/context/context.ts';
import type { LogEntry } from '../../platform/events/event-log.reader.ts';
import { readPosts } from '../collaboration/posts/post.reader.ts';
import { readEquipment } from '../equipment/items/equipment.reader.ts';
import { type ActivityKind, activityKindOf } from './activity.rules.ts';

export interface ActivityRow {
  readonly kind: ActivityKind;
  readonly at: Date;
  readonly centreId: string | undefined;
  readonly equipmentId: string | undefined;
  /** A post that the actor may read now. */
  readonly postId: string | undefined;
}

/**
 * What the actor may know of an event; undefined where it is not for them. That a post was withdrawn is told
 * without it to whom it had been open.
 */
export async function readActivity(ctx: Context, entry: LogEntry): Promise<ActivityRow | undefined> {
  const kind = activityKindOf(entry.type);
  if (!kind || !mayHear(ctx.actor, entry.audience)) return undefined;
  const { centre: centreId, equipment: equipmentId, post: postId } = entry.subject;
  const [equipment, post] = await Promise.all([
    equipmentId === undefined ? undefined : load(ctx, readEquipment, equipmentId),
    postId === undefined ? undefined : load(ctx, readPosts, postId),
  ]);
  if (equipmentId !== undefined && !equipment) return undefined;
  if (postId !== undefined && !post && kind !== 'post_withdrawn') return undefined;
  return { kind, at: entry.at, centreId, equipmentId, postId: post?.id };
}
