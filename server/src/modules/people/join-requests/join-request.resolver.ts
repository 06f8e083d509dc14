import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Member } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { MeObject, themselves } from '../persons/me.type.ts';
import { acceptJoinRequest, declineJoinRequest, withdrawJoinRequest } from './decide-join-request.service.ts';
import {
  countJoinRequests,
  findJoinRequest,
  type JoinRequestRow,
  joinRequestKeyset,
  listJoinRequests,
} from './join-request.reader.ts';
import {
  DeclineJoinRequestInput,
  JoinRequestConnectionObject,
  JoinRequestInput,
  JoinRequestObject,
} from './join-request.type.ts';

@Resolver(() => MeObject)
export class JoinRequestResolver {
  @Allow(members)
  @Mutation(() => JoinRequestObject, { description: 'Makes whoever asked a member; for the staff of the centre.' })
  async acceptJoinRequest(
    @Ctx() ctx: Context,
    @Arg('input', () => JoinRequestInput, { description: 'Which request.' }) input: JoinRequestInput,
  ): Promise<JoinRequestObject> {
    await acceptJoinRequest(ctx, input);
    return found(ctx, input);
  }

  @Allow(members)
  @Mutation(() => JoinRequestObject, {
    description: 'Says no to whoever asked, who reads the reason; for the staff of the centre.',
  })
  async declineJoinRequest(
    @Ctx() ctx: Context,
    @Arg('input', () => DeclineJoinRequestInput, { description: 'Which request, and why.' })
    input: DeclineJoinRequestInput,
  ): Promise<JoinRequestObject> {
    await declineJoinRequest(ctx, input);
    return found(ctx, input);
  }

  @Allow(members)
  @Mutation(() => JoinRequestObject, { description: 'Takes one’s own request back while it waits.' })
  async withdrawJoinRequest(
    @Ctx() ctx: Context,
    @Arg('input', () => JoinRequestInput, { description: 'Which request.' }) input: JoinRequestInput,
  ): Promise<JoinRequestObject> {
    await withdrawJoinRequest(ctx, input);
    return found(ctx, input);
  }

  @Allow(themselves)
  @FieldResolver(() => JoinRequestConnectionObject, { description: 'One’s own requests for membership, newest first.' })
  async joinRequests(
    @Root() { personId }: Member,
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { nullable: true, defaultValue: 10, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<JoinRequestConnectionObject> {
    const request = pageRequest(first ?? 10, after, ['instant', 'id']);
    return connect(
      await listJoinRequests(ctx, { personId }, request),
      request.after,
      joinRequestKeyset,
      (row): JoinRequestObject => row,
      () => countJoinRequests(ctx, { personId }),
    );
  }
}

async function found(ctx: Context, { joinRequestId }: JoinRequestInput): Promise<JoinRequestRow> {
  const request = await findJoinRequest(ctx, joinRequestId);
  if (!request) throw notFound();
  return request;
}
