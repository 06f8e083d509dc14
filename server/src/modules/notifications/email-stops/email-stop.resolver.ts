import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Member } from '../../../access/actor.rules.ts';
import { centresWhereMay } from '../../../access/rights.rules.ts';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, everyone, members } from '../../../platform/graphql/policy.ts';
import { MeObject, themselves } from '../../people/persons/me.type.ts';
import { emailCategories, staffCategories } from './email-stop.enums.ts';
import { findEmailStop, readStopped } from './email-stop.reader.ts';
import { turnByToken, turnOwn } from './email-stop.service.ts';
import { EmailSettingInput, EmailSettingObject, EmailStopInput } from './email-stop.type.ts';

@Resolver(() => MeObject)
export class EmailStopResolver {
  @Allow(everyone)
  @Query(() => EmailSettingObject, {
    description: 'Which e-mails a token stops, and whether they are stopped. NOT_FOUND where it is none.',
  })
  emailStop(
    @Ctx() ctx: Context,
    @Arg('token', () => ID, { description: 'The token of the address in the e-mail.' }) token: string,
  ): Promise<EmailSettingObject> {
    return findEmailStop(ctx, token);
  }

  @Allow(everyone)
  @Mutation(() => EmailSettingObject, {
    description: 'Stops the e-mails of a token, or takes them up again, without signing in; twice changes nothing.',
  })
  async changeEmailStop(
    @Ctx() ctx: Context,
    @Arg('input', () => EmailStopInput, { description: 'Which e-mails.' }) { token, stopped }: EmailStopInput,
  ): Promise<EmailSettingObject> {
    await turnByToken(ctx, token, stopped);
    return findEmailStop(ctx, token);
  }

  @Allow(members)
  @Mutation(() => MeObject, {
    description: 'Stops e-mails of some categories to oneself, or takes them up again; others stay as they are.',
  })
  async changeEmailSettings(
    @Ctx() ctx: Context,
    @Arg('input', () => [EmailSettingInput], { description: 'Which e-mails.' }) input: EmailSettingInput[],
  ): Promise<Member> {
    await turnOwn(ctx, input);
    return signedIn(ctx);
  }

  @Allow(themselves)
  @FieldResolver(() => [EmailSettingObject], {
    complexity: rows(5),
    description: 'Which e-mails go to the person, by category; those to staff only for staff.',
  })
  async emailSettings(@Root() me: Member, @Ctx() ctx: Context): Promise<EmailSettingObject[]> {
    const stopped = await load(ctx, readStopped, me.personId);
    const isStaff = centresWhereMay(me, 'approve').length > 0;
    return emailCategories
      .filter((category) => isStaff || !staffCategories.includes(category))
      .map((category) => ({ category, stopped: stopped?.has(category) ?? false }));
  }
}
