import { Field, GraphQLISODateTime, ID, InputType, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { LocalDateScalar } from '../../../platform/graphql/local-date.scalar.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { BookingRules } from '../../equipment/items/booking-rules.rules.ts';
import { ApprovalNeedEnum, BookingAudienceEnum } from '../../equipment/items/booking-rules.type.ts';
import type { ApprovalNeed, BookingAudience } from '../../equipment/items/equipment.enums.ts';
import { BookingOutcomeEnum } from '../commands/booking-result.type.ts';
import type { BookingOutcome } from '../conditions/decision.rules.ts';
import type { PreviewReader } from './preview.enums.ts';

const PreviewReaderEnum = enumOf<PreviewReader>('PreviewReader', 'As whom one looks at rules.', {
  visitor: 'Without an account.',
  member: 'As a member of the centre.',
  elsewhere: 'As a member of another centre.',
});

@InputType({ description: 'Rules of a booking; times in minutes.' })
export class BookingRulesInput implements BookingRules {
  @Field(() => BookingAudienceEnum, { description: 'Who may book.' })
  audience: BookingAudience;

  @Field(() => ApprovalNeedEnum, { description: 'Whose bookings wait for the staff to agree.' })
  approval: ApprovalNeed;

  @Field(() => Int, {
    description: 'Starts are multiples of it after local midnight: 5 to 1440, parts of hour or day.',
  })
  gridMinutes: number;

  @Field(() => Int, { description: 'The shortest booking, 5 minutes to 14 days.' })
  minimumMinutes: number;

  @Field(() => Int, { description: 'The longest booking, 5 minutes to 14 days.' })
  maximumMinutes: number;

  @Field(() => Int, { description: 'A booking is made at least this long before it starts; at most 30 days.' })
  leadMinutes: number;

  @Field(() => Int, { description: 'A booking starts at most this many days ahead, 1 to 730.' })
  horizonDays: number;

  @Field(() => Int, { description: 'Set-up time kept free before each booking; at most a day.' })
  bufferBeforeMinutes: number;

  @Field(() => Int, { description: 'Clean-up time kept free after each booking; at most a day.' })
  bufferAfterMinutes: number;
}

@InputType({ description: 'New rules of booking a machine.' })
export class ChangeBookingRulesInput {
  @Field(() => ID, { description: 'The equipment.' })
  equipmentId: string;

  @Field(() => Int, { description: 'The version that was read; STALE_VERSION where it is another now.' })
  version: number;

  @Field(() => BookingRulesInput, { description: 'The rules as they shall be.' })
  rules: BookingRulesInput;
}

@InputType({ description: 'A day under rules that are not saved.' })
export class RulesPreviewInput {
  @Field(() => ID, { description: 'The equipment, whose hours and bookings count.' })
  equipmentId: string;

  @Field(() => BookingRulesInput, { description: 'The rules.' })
  rules: BookingRulesInput;

  @Field(() => PreviewReaderEnum, { description: 'As whom.' })
  as: PreviewReader;

  @Field(() => LocalDateScalar, { description: 'Which day of the centre; BAD_INPUT before 2000 and after 2999.' })
  date: string;
}

@Allow(asParent)
@ObjectType('PreviewedStarts', {
  description: 'Starts one after the other of shortest bookings that come to the same.',
  simpleResolvers: true,
})
export class PreviewedStartsObject {
  @Field(() => GraphQLISODateTime, { description: 'The first of them.' })
  firstAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The last of them.' })
  lastAt: Date;

  @Field(() => BookingOutcomeEnum, { description: 'What each comes to.' })
  outcome: BookingOutcome;

  @Field(() => String, { nullable: true, description: "The first reason against them, in the reader's language." })
  reason: string | null;
}
