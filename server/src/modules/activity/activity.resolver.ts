import { Arg, Ctx, FieldResolver, Query, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../platform/context/context.ts';
import { load } from '../../platform/context/load.ts';
import { CursorScalar } from '../../platform/events/cursor.scalar.ts';
import { Allow, everyone } from '../../platform/graphql/policy.ts';
import {
  type EventRoot,
  follow,
  type UpdateOrControl,
  updateOf,
} from '../../platform/realtime/subscriptions/subscription.ts';
import { readPosts } from '../collaboration/posts/post.reader.ts';
import { PostInterface } from '../collaboration/posts/post.type.ts';
import { readCentres } from '../directory/centres/centre.reader.ts';
import { CentreObject } from '../directory/centres/centre.type.ts';
import { readEquipment } from '../equipment/items/equipment.reader.ts';
import { EquipmentObject } from '../equipment/items/equipment.type.ts';
import { activityKindOf, readActivity, readLatestActivity } from './activity.reader.ts';
import { ActivityObject, ActivityUpdateUnion } from './activity.type.ts';

/** The centre, equipment or post of an activity, where it has one. */
const loadWhere = async <Row>(
  ctx: Context,
  read: (ctx: Context, ids: readonly string[]) => Promise<ReadonlyMap<string, Row>>,
  id: string | undefined,
): Promise<Row | null> => (id === undefined ? null : ((await load(ctx, read, id)) ?? null));

@Resolver(() => ActivityObject)
export class ActivityResolver {
  @Allow(everyone)
  @Query(() => ActivityObject, {
    nullable: true,
    description:
      'The newest booking, cancellation or post of the last six hours that the asking actor may know of; null where all is quiet.',
  })
  async latestActivity(@Ctx() ctx: Context): Promise<ActivityObject | null> {
    const activity = await readLatestActivity(ctx);
    return activity ? Object.assign(new ActivityObject(), activity) : null;
  }

  @Allow(everyone)
  @Subscription(() => ActivityUpdateUnion, {
    description: 'What happens in the network, as far as the asking actor may know of it.',
    subscribe: ({ args, context }) =>
      follow(context, {
        topics: ['activity'],
        after: args.after,
        matches: (entry) => activityKindOf(entry) !== undefined,
        resolve: async (ctx, entry, cursor) => {
          const activity = await readActivity(ctx, entry);
          return activity && Object.assign(new ActivityObject(), activity, { cursor });
        },
      }),
  })
  activity(
    @Root() root: EventRoot<UpdateOrControl<ActivityObject>>,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'Resume after this place; null is from now on.' })
    _after: string | null,
  ): UpdateOrControl<ActivityObject> {
    return updateOf(root);
  }

  @FieldResolver(() => CentreObject, { nullable: true, description: 'The centre where it happened, if at one.' })
  centre(@Ctx() ctx: Context, @Root() { centreId }: ActivityObject): Promise<CentreObject | null> {
    return loadWhere(ctx, readCentres, centreId);
  }

  @FieldResolver(() => EquipmentObject, { nullable: true, description: 'Of a booking: what was booked.' })
  equipment(@Ctx() ctx: Context, @Root() { equipmentId }: ActivityObject): Promise<EquipmentObject | null> {
    return loadWhere(ctx, readEquipment, equipmentId);
  }

  @FieldResolver(() => PostInterface, {
    nullable: true,
    description: 'The post; null where it was withdrawn and the asking actor may no longer read it.',
  })
  post(@Ctx() ctx: Context, @Root() { postId }: ActivityObject): Promise<PostInterface | null> {
    return loadWhere(ctx, readPosts, postId);
  }
}
