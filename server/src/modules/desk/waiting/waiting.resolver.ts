import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { may } from '../../../access/rights.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { Allow } from '../../../platform/graphql/policy.ts';
import { BookingConnectionObject, type BookingObject } from '../../booking/bookings/booking.type.ts';
import {
  countJoinRequests,
  joinRequestKeyset,
  listJoinRequests,
} from '../../people/join-requests/join-request.reader.ts';
import { JoinRequestConnectionObject, JoinRequestObject } from '../../people/join-requests/join-request.type.ts';
import { waitingState } from '../../people/join-requests/join-request-lifecycle.rules.ts';
import { DeskObject, whoMay } from '../desks/desk.type.ts';
import { approvalKeyset, countApprovals, listApprovals } from './approvals.reader.ts';
import { DeskVerdictObject, presentDecision } from './verdict.type.ts';
import { readWishes } from './wish.reader.ts';

@Resolver(() => DeskObject)
export class DeskWaitingResolver {
  @Allow(whoMay('admit'))
  @FieldResolver(() => JoinRequestConnectionObject, {
    description: 'Requests for membership that wait for an answer, oldest first.',
  })
  async joinRequests(
    @Root() { centre }: DeskObject,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<JoinRequestConnectionObject> {
    const request = pageRequest(first ?? 20, after, ['instant', 'id']);
    const which = { centreId: centre.id, state: waitingState };
    return connect(
      await listJoinRequests(ctx, which, request),
      request.after,
      joinRequestKeyset,
      (row): JoinRequestObject => row,
      () => countJoinRequests(ctx, which),
    );
  }

  @Allow(whoMay('approve'))
  @FieldResolver(() => BookingConnectionObject, {
    description: 'Bookings that wait for the staff to agree; the one to be answered first before others.',
  })
  async approvals(
    @Root() { centre }: DeskObject,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<BookingConnectionObject> {
    const request = pageRequest(first ?? 20, after, ['instant', 'id']);
    return connect(
      await listApprovals(ctx, centre.id, request),
      request.after,
      approvalKeyset,
      (row): BookingObject => row,
      () => countApprovals(ctx, centre.id),
    );
  }
}

@Resolver(() => JoinRequestObject)
export class WishVerdictResolver {
  @FieldResolver(() => DeskVerdictObject, {
    nullable: true,
    complexity: 10,
    description:
      'What booking the wish would come to now, were the person a member, for the staff of the centre; null for others, ' +
      'and where there is no wish.',
  })
  async wishVerdict(
    @Root() { id, centreId }: JoinRequestObject,
    @Ctx() ctx: Context,
  ): Promise<DeskVerdictObject | null> {
    if (!may(ctx.actor, 'admit', centreId)) return null;
    const decision = await load(ctx, readWishes, id);
    return decision ? presentDecision(decision, ctx.locale) : null;
  }
}
