import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { roleAt } from '../../../access/actor.rules.ts';
import type { CentreRole } from '../../../access/roles.enums.ts';
import type { Context } from '../../../platform/context/context.ts';
import { Allow, confirmedMembers } from '../../../platform/graphql/policy.ts';
import { CentreRoleEnum, MembershipObject } from '../../people/memberships/membership.type.ts';
import { MembershipAbilitiesObject } from '../memberships/end-membership.type.ts';
import { rolesToGive } from './change-role.policy.ts';
import { changeRole } from './change-role.service.ts';
import { ChangeRoleInput } from './change-role.type.ts';

@Resolver()
export class ChangeRoleResolver {
  @Allow(confirmedMembers)
  @Mutation(() => MembershipObject, {
    description:
      'Makes a member of a centre something else there, at once: for its managers. FORBIDDEN for one’s own role and ' +
      'what is above it, so that a centre keeps a manager.',
  })
  changeRole(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeRoleInput, { description: 'Whose role, and what it becomes.' }) input: ChangeRoleInput,
  ): Promise<MembershipObject> {
    return changeRole(ctx, input);
  }
}

@Resolver(() => MembershipAbilitiesObject)
export class RoleAbilitiesResolver {
  @FieldResolver(() => [CentreRoleEnum], {
    description: 'What they may make of the person; nothing where the role is not theirs to change.',
  })
  roles(@Ctx() { actor }: Context, @Root() { membership }: MembershipAbilitiesObject): CentreRole[] {
    if (actor.kind === 'visitor' || !membership) return [];
    return rolesToGive({ personId: actor.personId, role: roleAt(actor, membership.centreId) }, membership);
  }
}
