import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql';
import type { Member } from '../../../access/actor.rules.ts';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { MeObject, themselves } from '../../people/persons/me.type.ts';
import { readPasskeys, readWaysIn } from './passkey.reader.ts';
import { removePasskey, renamePasskey } from './passkey.service.ts';
import { PasskeyObject, WaysInObject } from './passkey.type.ts';

@Resolver(() => MeObject)
export class PasskeyResolver {
  @Allow(themselves)
  @FieldResolver(() => [PasskeyObject], {
    complexity: rows(5),
    description: 'Keys on devices that sign the person in, oldest first.',
  })
  passkeys(@Root() me: Member, @Ctx() ctx: Context): Promise<PasskeyObject[]> {
    return readPasskeys(ctx, me.personId);
  }

  @Allow(themselves)
  @FieldResolver(() => WaysInObject, { description: 'How the person can sign in beside passkeys.' })
  waysIn(@Root() me: Member, @Ctx() ctx: Context): Promise<WaysInObject> {
    return readWaysIn(ctx, me.personId);
  }

  @Allow(members)
  @Mutation(() => MeObject, { description: 'Names one of one’s own passkeys.' })
  async renamePasskey(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The passkey.' }) id: string,
    @Arg('name', () => String, { description: 'What to call it, 1 to 120 characters.' }) name: string,
  ): Promise<Member> {
    await renamePasskey(ctx, { id, name });
    return signedIn(ctx);
  }

  @Allow(members)
  @Mutation(() => MeObject, { description: 'Removes one of one’s own passkeys.' })
  async removePasskey(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The passkey.' }) id: string,
  ): Promise<Member> {
    await removePasskey(ctx, id);
    return signedIn(ctx);
  }
}
