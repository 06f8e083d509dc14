import { Arg, Resolver, Root, Subscription } from 'type-graphql';
import { isInAudience } from '../../../access/audience.policy.ts';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import type { LogEntry } from '../../../platform/events/event-log.reader.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import {
  type EventRoot,
  follow,
  type UpdateOrControl,
  updateOf,
} from '../../../platform/realtime/subscriptions/subscription.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { joinRequestEvents } from '../join-requests/join-request.events.ts';
import { membershipEvents } from './membership.events.ts';
import { MembershipChangeObject, MembershipUpdateUnion } from './membership-change.type.ts';

const telling = [...joinRequestEvents, ...membershipEvents];

async function changeOf(
  ctx: Context,
  { subject, audiences }: LogEntry,
  cursor: string,
): Promise<MembershipChangeObject | undefined> {
  if (!subject.centre || !isInAudience(ctx.actor, audiences)) return undefined;
  const centre = await load(ctx, readCentres, subject.centre);
  return centre && Object.assign(new MembershipChangeObject(), { centre, cursor });
}

@Resolver()
export class MembershipChangesResolver {
  @Allow(members)
  @Subscription(() => MembershipUpdateUnion, {
    description: 'What becomes of the asking person’s requests for membership and memberships.',
    subscribe: async ({ args, context }) =>
      follow(context, {
        topics: [`person:${signedIn(context).personId}`],
        after: args.after,
        matches: (entry) => telling.some((event) => event.is(entry)),
        resolve: changeOf,
      }),
  })
  myMembershipChanges(
    @Root() root: EventRoot<UpdateOrControl<MembershipChangeObject>>,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'Resume after this place; null is from now on.' })
    _after: string | null,
  ): UpdateOrControl<MembershipChangeObject> {
    return updateOf(root);
  }
}
