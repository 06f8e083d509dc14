import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Member } from '../../access/actor.rules.ts';
import type { Context } from '../../platform/context/context.ts';
import { rows } from '../../platform/graphql/complexity.ts';
import { Limit } from '../../platform/graphql/limit.ts';
import { Allow, members } from '../../platform/graphql/policy.ts';
import { MeObject, themselves } from '../people/persons/me.type.ts';
import { eraseAccount } from './erase-account.service.ts';
import { readPersonalData } from './personal-data.reader.ts';
import { EraseAccountInput, PersonalDataPartObject } from './privacy.type.ts';

/** Both read or check what is costly or guessed at. */
const seldom = { times: 10, seconds: 600 } as const;

@Resolver(() => MeObject)
export class PrivacyResolver {
  @Allow(themselves)
  @Limit(seldom)
  @FieldResolver(() => [PersonalDataPartObject], {
    complexity: rows(20, 1000),
    description: 'Everything that is kept about the person, one part a kind; secrets that open the account stay out.',
  })
  personalData(@Root() me: Member, @Ctx() ctx: Context): Promise<PersonalDataPartObject[]> {
    return readPersonalData(ctx, me.personId);
  }

  @Allow(members)
  @Limit(seldom)
  @Mutation(() => Boolean, {
    description:
      'Erases one’s own account for good. Asks for the password or, without one, for a sign-in of the last hour.',
  })
  async eraseAccount(
    @Ctx() ctx: Context,
    @Arg('input', () => EraseAccountInput, { description: 'How.' }) input: EraseAccountInput,
  ): Promise<boolean> {
    await eraseAccount(ctx, { password: input.password ?? null, posts: input.posts });
    return true;
  }
}
