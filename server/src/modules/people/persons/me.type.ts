import { Field, InputType, ObjectType } from 'type-graphql';
import { mayReadPrivate } from '../../../access/acting.policy.ts';
import type { Member } from '../../../access/actor.rules.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, onlyIf } from '../../../platform/graphql/policy.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';

export const LocaleEnum = enumOf<Locale>('Locale', 'A language of the interface.', {
  en: 'English.',
  lt: 'Lithuanian.',
});

/** A person's own business, for nobody else. */
export const themselves = onlyIf<Member>('themselves', (ctx, me) => mayReadPrivate(ctx.actor, me.personId));

/** Its source is the actor; what the actor does not carry, the resolver reads. */
@Allow(themselves)
@ObjectType('Me', { description: 'The signed-in person, for themselves only.' })
export class MeObject implements Pick<Member, 'email' | 'emailVerified' | 'operator'> {
  @Allow(themselves)
  @Field(() => String, { description: 'The address for signing in and for e-mails; nobody else sees it.' })
  email: string;

  @Allow(themselves)
  @Field(() => Boolean, { description: 'Whether the address was confirmed; before that one may look, not act.' })
  emailVerified: boolean;

  @Allow(themselves)
  @Field(() => Boolean, { description: 'Whether the person runs this installation.' })
  operator: boolean;
}

@InputType({ description: 'What changes of one’s own profile; what is left out stays.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'The name to go by, 1 to 120 characters.' })
  name?: string | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'The language of e-mails.' })
  locale?: Locale | null;
}
