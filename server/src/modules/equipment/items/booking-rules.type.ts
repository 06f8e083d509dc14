import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { BookingRules } from './booking-rules.rules.ts';
import type { ApprovalNeed, BookingAudience } from './equipment.enums.ts';

export const BookingAudienceEnum = enumOf<BookingAudience>('BookingAudience', 'Who may book equipment.', {
  members: 'Members of its centre.',
  network: 'Members of any centre, and people with a mandate of an organisation.',
  everyone: 'Anyone with a confirmed account.',
});

export const ApprovalNeedEnum = enumOf<ApprovalNeed>('ApprovalNeed', "Whose bookings wait for the centre's staff.", {
  none: "Nobody's: who may book has booked.",
  everyone: "Everybody's: a booking is a request until the staff agree.",
});

@Allow(asParent)
@ObjectType('BookingRules', { description: 'Rules of a booking; times in minutes.', simpleResolvers: true })
export class BookingRulesObject implements BookingRules {
  @Field(() => BookingAudienceEnum, { description: 'Who may book.' })
  audience: BookingAudience;

  @Field(() => ApprovalNeedEnum, { description: 'Whose bookings wait for the staff to agree.' })
  approval: ApprovalNeed;

  @Field(() => Int, { description: 'Bookings start on multiples of this many minutes after local midnight.' })
  gridMinutes: number;

  @Field(() => Int, { description: 'The shortest booking.' })
  minimumMinutes: number;

  @Field(() => Int, { description: 'The longest booking.' })
  maximumMinutes: number;

  @Field(() => Int, { description: 'A booking is made at least this long before it starts.' })
  leadMinutes: number;

  @Field(() => Int, { description: 'A booking starts at most this many days ahead.' })
  horizonDays: number;

  @Field(() => Int, { description: 'Set-up time kept free before each booking.' })
  bufferBeforeMinutes: number;

  @Field(() => Int, { description: 'Clean-up time kept free after each booking.' })
  bufferAfterMinutes: number;
}
