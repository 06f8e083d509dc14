import { Field, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { BookingRules } from './booking-rules.rules.ts';
import type { BookingAudience } from './equipment.enums.ts';

export const BookingAudienceEnum = enumOf<BookingAudience>('BookingAudience', 'Who may book equipment.', {
  members: 'Members of its centre.',
  network: 'Members of any centre, and people with a mandate of an organisation.',
  everyone: 'Anyone with a confirmed account.',
});

@Allow(asParent)
@ObjectType('BookingRules', { description: 'Rules of a booking; times in minutes.', simpleResolvers: true })
export class BookingRulesObject implements BookingRules {
  @Field(() => BookingAudienceEnum, { description: 'Who may book.' })
  audience: BookingAudience;

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
