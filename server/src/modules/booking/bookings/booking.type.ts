import type { EntityDTO } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { Booking, FrozenRules } from './booking.entity.ts';
import type { BookingPeriod, BookingState, EndingParty } from './booking.enums.ts';

export const BookingStateEnum = enumOf<BookingState>('BookingState', 'The life of a booking.', {
  requested: 'It waits for the staff to agree; its time is kept.',
  confirmed: 'It stands.',
  checked_in: 'Somebody came and is using it.',
  completed: 'Its use is over; also where nobody was checked in, see `checkedInAt`.',
  declined: 'The staff, or the deadline for their answer, said no; its time is free again.',
  cancelled: 'It was cancelled and its time is free again.',
  no_show: 'Nobody came; what was left of its time is free.',
});

export const BookingPeriodEnum = enumOf<BookingPeriod>('BookingPeriod', "Which of a person's bookings.", {
  upcoming: 'Those not over yet, the next one first.',
  past: 'Those that are over, used or not, the last one first.',
  cancelled: 'Those that were cancelled or declined, the latest first.',
});

export const EndingPartyEnum = enumOf<EndingParty>('BookingEndingParty', 'Who ended a booking.', {
  holder: 'The booker, or a colleague for whom it was as well.',
  staff: 'The staff of the centre where the equipment stands.',
  deadline: 'Nobody answered the request in time.',
});

@Allow(asParent)
@ObjectType('BookingEnding', {
  description: 'How a booking was cancelled or declined, or who said that nobody came.',
  simpleResolvers: true,
})
export class BookingEndingObject {
  @Field(() => EndingPartyEnum, { description: 'As whom it was ended.' })
  by: EndingParty;

  @Field(() => String, {
    nullable: true,
    description: 'Who ended it; null where nobody did, and where the account was erased.',
  })
  personName: string | null;

  @Field(() => String, { description: 'Why, in their words; empty where nothing was said.' })
  reason: string;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;
}

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

  @Field(() => Boolean, { description: 'Say why when cancelling, as it is for somebody else.' })
  cancelWithReason: boolean;

  @Field(() => Boolean, { description: 'Approve or decline it.' })
  answer: boolean;

  @Field(() => Boolean, { description: 'Check in whom it is for.' })
  checkIn: boolean;

  @Field(() => Boolean, { description: 'End its use before the booked end.' })
  checkOut: boolean;

  @Field(() => Boolean, { description: 'Let it last longer, as far as its time and the rules go.' })
  extend: boolean;

  @Field(() => Boolean, { description: 'Say that nobody came.' })
  noShow: boolean;
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

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'Until when the staff answer, else it is declined; null where it does not wait for them.',
  })
  answerBy: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When somebody was checked in; null where nobody was.',
  })
  checkedInAt: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When its use ended: at `endsAt` where nobody said otherwise; null until then.',
  })
  finishedAt: Date | null;

  @Field(() => Int, { description: 'Grows with every change; send it back when changing.' })
  version: number;

  terms: FrozenRules;
  checkedInById: string | null;
  equipmentId: string;
  unitId: string;
  centreId: string;
  bookerId: string | null;
  organisationId: string | null;
  actingCentreId: string | null;
  endingAt: Date | null;
  endingBy: EndingParty | null;
  endingPersonId: string | null;
  endingReason: string;
}

@Allow(asParent)
@ObjectType('BookingConnection', { description: 'One page of bookings.', simpleResolvers: true })
export class BookingConnectionObject extends connectionOf('Booking', () => BookingObject) {}
