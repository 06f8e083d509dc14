import { Field, GraphQLISODateTime, InputType } from 'type-graphql';
import { ReadBookingInput } from '../commands/booking-input.type.ts';

@InputType({ description: 'Whom to check in.' })
export class CheckInBookingInput extends ReadBookingInput {}

@InputType({ description: 'Whose use of equipment ends.' })
export class CheckOutBookingInput extends ReadBookingInput {}

@InputType({ description: 'To which booking nobody came.' })
export class MarkNoShowInput extends ReadBookingInput {}

@InputType({ description: 'Which booking is to last until when.' })
export class ExtendBookingInput extends ReadBookingInput {
  @Field(() => GraphQLISODateTime, { description: 'The new end; BAD_INPUT where it is not later than that of now.' })
  endsAt: Date;
}
