import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import type { BookingCondition, ConditionCheck } from './booking-condition.rules.ts';

export const BookingConditionEnum = enumOf<BookingCondition>('BookingCondition', 'Each condition of a booking.', {
  signed_in: 'Somebody is signed in.',
  email_verified: 'Their e-mail address is confirmed.',
  audience: 'They belong to those who may book this equipment.',
  unit_available: 'The unit is still offered, and no maintenance, closure or training takes it at that time.',
  in_future: 'The time has not begun yet.',
  lead_time: 'The booking is made long enough before it starts.',
  horizon: 'It does not start too many days ahead.',
  grid: 'It starts on the grid of the equipment, counted from local midnight.',
  minimum: 'It is not too short.',
  maximum: 'It is not too long.',
  opening_hours: 'The equipment can be reached during the whole time.',
  slot_free: 'Nobody else has booked the time; the only condition that others may change within a moment.',
});

@Allow(asParent)
@ObjectType('BookingCheck', { description: 'One condition of a booking, met or not.', simpleResolvers: true })
export class BookingCheckType {
  @Field(() => BookingConditionEnum, { description: 'Which condition.' })
  condition: BookingCondition;

  @Field(() => Boolean, { description: 'Whether it is met.' })
  passed: boolean;

  @Field(() => String, { description: "What holds or what is wrong, in the reader's language." })
  message: string;

  @Field(() => String, { nullable: true, description: 'What would help, where something can be done.' })
  remedy: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'A start that meets this condition.' })
  suggestedStart: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The end that goes with it.' })
  suggestedEnd: Date | null;
}

@Allow(asParent)
@ObjectType('RefusalReason', { description: 'A condition of a booking that is not met.', simpleResolvers: true })
export class RefusalReasonType {
  @Field(() => BookingConditionEnum, { description: 'Which condition.' })
  condition: BookingCondition;

  @Field(() => String, { description: "What is wrong, in the reader's language." })
  message: string;

  @Field(() => String, { nullable: true, description: 'What would help, where something can be done.' })
  remedy: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'A start that meets this condition.' })
  suggestedStart: Date | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The end that goes with it.' })
  suggestedEnd: Date | null;
}

/** A check in the reader's language; one that failed is also a {@link RefusalReasonType}. */
export const presentCheck = (check: ConditionCheck, locale: Locale): BookingCheckType => ({
  condition: check.condition,
  passed: check.passed,
  message: translate(locale, check.message.key, check.message.parameters),
  remedy: check.remedy ? translate(locale, check.remedy.key, check.remedy.parameters) : null,
  suggestedStart: check.suggestedStart === undefined ? null : new Date(check.suggestedStart),
  suggestedEnd: check.suggestedEnd === undefined ? null : new Date(check.suggestedEnd),
});
