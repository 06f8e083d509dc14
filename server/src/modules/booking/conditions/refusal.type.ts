import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { type BookingCondition, type ConditionCheck, conditions } from './conditions.ts';

export const BookingConditionEnum = enumOf<BookingCondition>(
  'BookingCondition',
  'Each condition of a booking.',
  Object.fromEntries(conditions.map(({ condition, description }) => [condition, description])) as Record<
    BookingCondition,
    string
  >,
);

/** What is told of a condition, met or not. */
@ObjectType({ simpleResolvers: true })
abstract class ConditionFields {
  @Field(() => BookingConditionEnum, { description: 'Which condition.' })
  condition: BookingCondition;

  @Field(() => String, { nullable: true, description: 'What would help, where something can be done.' })
  remedy: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'A start that meets this condition.' })
  suggestedStart: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The end that goes with it.' })
  suggestedEnd: Date | null;
}

@Allow(asParent)
@ObjectType('BookingCheck', { description: 'One condition of a booking, met or not.', simpleResolvers: true })
export class BookingCheckObject extends ConditionFields {
  @Field(() => Boolean, { description: 'Whether it is met.' })
  passed: boolean;

  @Field(() => Boolean, { description: 'Whether it is met once the staff of the centre agree.' })
  needsApproval: boolean;

  @Field(() => String, { description: "What holds or what is wrong, in the reader's language." })
  message: string;
}

@Allow(asParent)
@ObjectType('RefusalReason', { description: 'A condition of a booking that is not met.', simpleResolvers: true })
export class RefusalReasonObject extends ConditionFields {
  @Field(() => String, { description: "What is wrong, in the reader's language." })
  message: string;
}

/** A check in the reader's language; one that failed is also a {@link RefusalReasonObject}. */
export const presentCheck = (check: ConditionCheck, locale: Locale): BookingCheckObject => ({
  condition: check.condition,
  passed: check.passed,
  needsApproval: check.needsApproval ?? false,
  message: translate(locale, check.message.key, check.message.parameters),
  remedy: check.remedy ? translate(locale, check.remedy.key, check.remedy.parameters) : null,
  suggestedStart: check.suggestedStart === undefined ? null : new Date(check.suggestedStart),
  suggestedEnd: check.suggestedEnd === undefined ? null : new Date(check.suggestedEnd),
});
