import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { notFound } from '../../../shared/errors.ts';
import { CentreAbilitiesObject, CentreObject } from '../../directory/centres/centre.type.ts';
import { type JoinRequestRow, readJoinRequests } from '../join-requests/join-request.reader.ts';
import { JoinRequestObject } from '../join-requests/join-request.type.ts';
import type { MembershipRow } from '../memberships/membership.reader.ts';
import { MembershipObject } from '../memberships/membership.type.ts';
import { decideJoin, type JoinDecision } from './join.rules.ts';
import { readStandings, type Standing } from './join-facts.reader.ts';
import { JoinRefusalObject } from './joining.type.ts';
import { presentJoinRefusal } from './present-join-refusal.ts';

async function standingAt(ctx: Context, centreId: string): Promise<Standing> {
  const standing = await load(ctx, readStandings, centreId);
  if (!standing) throw notFound();
  return standing;
}

@Resolver(() => CentreObject)
export class CentreJoiningResolver {
  @FieldResolver(() => MembershipObject, {
    nullable: true,
    description: 'The asking person’s membership that holds now; null where there is none.',
  })
  async viewerMembership(@Ctx() ctx: Context, @Root() { id }: CentreObject): Promise<MembershipRow | null> {
    const { membership, facts } = await standingAt(ctx, id);
    return facts.member && membership && membership.validFrom <= ctx.now ? membership : null;
  }

  @FieldResolver(() => MembershipObject, {
    nullable: true,
    description: 'The asking person’s membership that has ended, until they join anew; null where there is none.',
  })
  async viewerEndedMembership(@Ctx() ctx: Context, @Root() { id }: CentreObject): Promise<MembershipRow | null> {
    const { membership, facts } = await standingAt(ctx, id);
    return facts.member ? null : membership;
  }

  @FieldResolver(() => JoinRequestObject, {
    nullable: true,
    description:
      'The asking person’s request that waits for an answer, or else their last one; null where there is none.',
  })
  async viewerJoinRequest(@Ctx() ctx: Context, @Root() { id }: CentreObject): Promise<JoinRequestRow | null> {
    const { requestId } = await standingAt(ctx, id);
    return requestId === null ? null : ((await load(ctx, readJoinRequests, requestId)) ?? null);
  }
}

@Resolver(() => CentreAbilitiesObject)
export class CentreJoinAbilitiesResolver {
  @FieldResolver(() => Boolean, { description: 'Whether the person may ask for membership now.' })
  async join(@Ctx() ctx: Context, @Root() { centreId }: CentreAbilitiesObject): Promise<boolean> {
    return (await decisionAt(ctx, centreId)).outcome !== 'REFUSED';
  }

  @FieldResolver(() => JoinRefusalObject, { nullable: true, description: 'Why not; null where they may.' })
  async joinRefusal(
    @Ctx() ctx: Context,
    @Root() { centreId }: CentreAbilitiesObject,
  ): Promise<JoinRefusalObject | null> {
    const decision = await decisionAt(ctx, centreId);
    if (decision.outcome !== 'REFUSED') return null;
    return presentJoinRefusal(ctx, { ...decision, standing: await standingAt(ctx, centreId) });
  }
}

const decisionAt = async (ctx: Context, centreId: string): Promise<JoinDecision> =>
  decideJoin((await standingAt(ctx, centreId)).facts, ctx.now);
