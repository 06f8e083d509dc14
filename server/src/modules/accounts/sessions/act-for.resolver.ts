import { Arg, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { Member } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { Allow, confirmedMembers } from '../../../platform/graphql/policy.ts';
import { MeObject } from '../../people/persons/me.type.ts';
import { actFor } from './act-for.service.ts';

@Resolver()
export class ActForResolver {
  @Allow(confirmedMembers)
  @Mutation(() => MeObject, {
    description:
      'Chooses for whom to act: an organisation, a centre, or with neither for oneself. Kept with the session.',
  })
  actFor(
    @Ctx() ctx: Context,
    @Arg('organisationId', () => ID, { nullable: true, description: 'An organisation that gave a mandate.' })
    organisationId?: string | null,
    @Arg('centreId', () => ID, { nullable: true, description: 'A centre where one is staff.' })
    centreId?: string | null,
  ): Promise<Member> {
    return actFor(ctx, { organisationId: organisationId ?? null, centreId: centreId ?? null });
  }
}
