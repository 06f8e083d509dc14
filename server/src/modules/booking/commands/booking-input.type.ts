import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'What to book, when and what for.' })
export class BookEquipmentInput {
  @Field(() => ID, { description: 'The equipment.' })
  equipmentId: string;

  @Field(() => ID, { nullable: true, description: 'One of its units; any free one where left out.' })
  unitId?: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When to begin; on the grid of the equipment.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When to end.' })
  endsAt: Date;

  @Field(() => String, { nullable: true, description: 'What for, for the staff to read; up to 400 characters.' })
  purpose?: string | null;

  @Field(() => String, {
    description: '1 to 80 characters chosen by the client; a repetition within 7 days returns the first result.',
  })
  idempotencyKey: string;
}

@InputType({ description: 'Where to move a booking.' })
export class MoveBookingInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId: string;

  @Field(() => GraphQLISODateTime, { description: 'The new beginning.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The new end.' })
  endsAt: Date;

  @Field(() => ID, { nullable: true, description: 'Another unit of the same equipment; its own where left out.' })
  unitId?: string | null;

  @Field(() => Int, { description: 'The version that was read; STALE_VERSION if it changed since.' })
  version: number;

  @Field(() => String, {
    description: '1 to 80 characters chosen by the client; a repetition within 7 days returns the first result.',
  })
  idempotencyKey: string;
}

/** Which booking, as it was read. */
@InputType()
export abstract class ReadBookingInput {
  @Field(() => ID, { description: 'The booking.' })
  bookingId: string;

  @Field(() => Int, { description: 'The version that was read; STALE_VERSION if it changed since.' })
  version: number;
}

@InputType({ description: 'Which booking to cancel.' })
export class CancelBookingInput extends ReadBookingInput {
  @Field(() => String, {
    nullable: true,
    description:
      'Why, up to 400 characters; staff have to say it to those whom it was for, BAD_INPUT where they do not.',
  })
  reason?: string | null;
}

@InputType({ description: 'Which request to agree to.' })
export class ApproveBookingInput extends ReadBookingInput {}

@InputType({ description: 'Which request to decline, and why.' })
export class DeclineBookingInput extends ReadBookingInput {
  @Field(() => String, { description: 'Why, for those whom it was for to read; 1 to 400 characters.' })
  reason: string;
}
