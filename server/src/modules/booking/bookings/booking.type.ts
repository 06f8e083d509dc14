import type { EntityDTO } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { Booking } from './booking.entity.ts';
import type { BookingPeriod, BookingState } from './booking.enums.ts';

export const BookingStateEnum = enumOf<BookingState>('BookingState', 'The life of a booking.', {
  requested: 'It waits for the staff to agree; its time is kept.',
  confirmed: 'It stands.',
  cancelled: 'It was cancelled and its time is free again.',
});

export const BookingPeriodEnum = enumOf<BookingPeriod>('BookingPeriod', "Which of a person's bookings.", {
  upcoming: 'Those not over yet, the next one first.',
  past: 'Those that are over, the last one first.',
  cancelled: 'Those that were cancelled, the latest first.',
});

@Allow(asParent)
@ObjectType('BookingAbilities', {
  description: 'What the asking person may do with a booking now.',
  simpleResolvers: true,
})
export class BookingAbilitiesObject {
  @Field(() => Boolean, { description: 'Move it to another time or unit.' })
  move: boolean;

  @Field(() => Boolean, { description: 'Cancel it.' })
  cancel: boolean;
}

type Mirrored = 'id' | 'state' | 'purpose' | 'version';

@Allow(asParent)
@ObjectType('Booking', {
  description: 'Time of a unit that somebody has booked; for those who may know whose it is.',
  simpleResolvers: true,
})
export class BookingObject implements Pick<EntityDTO<Booking>, Mirrored> {
  @Field(() => ID, { description: 'The id of the booking.' })
  id: string;

  @Field(() => GraphQLISODateTime, { description: 'When it begins, without set-up.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends, without clean-up.' })
  endsAt: Date;

  @Field(() => BookingStateEnum, { description: 'Whether it stands.' })
  state: BookingState;

  @Field(() => String, { description: 'What for, in the words of the booker; may be empty.' })
  purpose: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was made.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it was cancelled.' })
  cancelledAt: Date | null;

  @Field(() => Int, { description: 'Grows with every change; send it back when changing.' })
  version: number;

  equipmentId: string;
  unitId: string;
  centreId: string;
  bookerId: string | null;
  organisationId: string | null;
  actingCentreId: string | null;
}

@Allow(asParent)
@ObjectType('BookingConnection', { description: 'One page of bookings.', simpleResolvers: true })
export class BookingConnectionObject extends connectionOf('Booking', () => BookingObject) {}
