import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { Allow } from '../../../platform/graphql/policy.ts';
import { isAskable } from '../../../shared/text/text.rules.ts';
import type { MembershipObject } from '../../people/memberships/membership.type.ts';
import { DeskObject, whoMay } from '../desks/desk.type.ts';
import { countMembers, listMembers } from './members.reader.ts';
import { MembershipConnectionObject } from './members.type.ts';

/** The longest name that is looked for, in characters. */
const longestName = 120;

@Resolver(() => DeskObject)
export class DeskMembersResolver {
  @Allow(whoMay('see-people'))
  @FieldResolver(() => MembershipConnectionObject, { description: 'Those who belong to the centre now, by name.' })
  async members(
    @Root() { centre }: DeskObject,
    @Ctx() ctx: Context,
    @Arg('name', () => String, { nullable: true, description: 'Only those with these letters in their name.' })
    name: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<MembershipConnectionObject> {
    const request = pageRequest(first ?? 50, after, ['string', 'id']);
    const letters = name?.trim() ?? '';
    // What no name can be, nobody is called.
    const nobody = letters !== '' && !isAskable(letters, longestName);
    const of = { centreId: centre.id, name: letters };
    return connect(
      nobody ? { rows: [], hasNextPage: false } : await listMembers(ctx, of, request),
      request.after,
      ({ keyset }) => keyset,
      ({ membership }): MembershipObject => membership,
      async () => (nobody ? 0 : countMembers(ctx, of)),
    );
  }
}
