import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql';
import type { Member } from '../../../access/actor.rules.ts';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { MeObject, themselves } from '../../people/persons/me.type.ts';
import { OwnSessionObject } from './own-session.type.ts';
import { readOwnSessions } from './own-sessions.reader.ts';
import { endSession, signOutEverywhere } from './own-sessions.service.ts';

@Resolver(() => MeObject)
export class OwnSessionsResolver {
  @Allow(themselves)
  @FieldResolver(() => [OwnSessionObject], {
    complexity: rows(10),
    description: 'Where the person is signed in, the last used first.',
  })
  sessions(@Root() me: Member, @Ctx() ctx: Context): Promise<OwnSessionObject[]> {
    return readOwnSessions(ctx, me.personId, me.sessionId);
  }

  @Allow(members)
  @Mutation(() => MeObject, { description: 'Ends one of one’s own sessions.' })
  async endSession(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The session.' }) id: string,
  ): Promise<Member> {
    await endSession(ctx, id);
    return signedIn(ctx);
  }

  @Allow(members)
  @Mutation(() => Int, {
    description: 'Ends every session of one’s own, this one too; returns how many. Trusted devices are forgotten.',
  })
  signOutEverywhere(@Ctx() ctx: Context): Promise<number> {
    return signOutEverywhere(ctx);
  }
}
