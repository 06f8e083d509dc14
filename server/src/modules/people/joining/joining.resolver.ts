import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { Limit } from '../../../platform/graphql/limit.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { findJoinRequest } from '../join-requests/join-request.reader.ts';
import { askForMembership } from './ask-for-membership.service.ts';
import {
  AskForMembershipInput,
  AskForMembershipResult,
  type JoinRefusalObject,
  type MembershipAskedObject,
} from './joining.type.ts';
import { presentJoinRefusal } from './present-join-refusal.ts';

@Resolver()
export class JoiningResolver {
  @Allow(members)
  @Limit({ times: 10, seconds: 3600 })
  @Mutation(() => AskForMembershipResult, {
    description: 'Asks a centre for membership, or says what stands in the way; an open centre takes one at once.',
  })
  async askForMembership(
    @Ctx() ctx: Context,
    @Arg('input', () => AskForMembershipInput, { description: 'Which centre, and what to tell it.' })
    input: AskForMembershipInput,
  ): Promise<MembershipAskedObject | JoinRefusalObject> {
    const result = await askForMembership(ctx, input);
    if ('obstacle' in result) return presentJoinRefusal(ctx, result);
    const joinRequest = await findJoinRequest(ctx, result.id);
    if (!joinRequest) throw notFound();
    return { joinRequest, repeated: result.repeated };
  }
}
