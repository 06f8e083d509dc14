import { createUnionType, Field, ObjectType } from 'type-graphql';
import { rows } from '../../../platform/graphql/complexity.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { UnitObject } from '../../equipment/units/unit.type.ts';
import { BookingObject } from '../bookings/booking.type.ts';
import type { BookingRefusal } from '../conditions/booking-facts.reader.ts';
import type { BookingOutcome } from '../conditions/decision.rules.ts';
import { BookingCheckObject, RefusalReasonObject } from '../conditions/refusal.type.ts';

export const BookingOutcomeEnum = enumOf<BookingOutcome>('BookingOutcome', 'What a wish to book comes to.', {
  BOOK: 'It can be booked.',
  REQUEST: 'It can be requested; the staff decide.',
  REFUSED: 'It can be neither; the conditions that are not met say why.',
});

@Allow(asParent)
@ObjectType('BookingVerdict', {
  description: 'The answer before booking: every condition, met or not.',
  simpleResolvers: true,
})
export class BookingVerdictObject {
  @Field(() => BookingOutcomeEnum, { description: 'What asking for it at this moment would come to.' })
  outcome: BookingOutcome;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'The unit that would be given out; null where none is free.',
  })
  unit: UnitObject | null;

  @Field(() => [BookingCheckObject], { complexity: rows(15), description: 'Every condition, in a steady order.' })
  checks: BookingCheckObject[];

  /** What the field `alternatives` is found by. */
  refusal: BookingRefusal;
}

@Allow(asParent)
@ObjectType('Booked', { description: 'The booking stands.', simpleResolvers: true })
export class BookedObject {
  @Field(() => BookingObject, { description: 'The booking as it is now.' })
  booking: BookingObject;

  @Field(() => Boolean, { description: 'True where this repeats an earlier request with the same key.' })
  repeated: boolean;
}

@Allow(asParent)
@ObjectType('BookingRefused', {
  description: 'Nothing was booked, moved or confirmed, and why.',
  simpleResolvers: true,
})
export class BookingRefusedObject {
  @Field(() => [RefusalReasonObject], { complexity: rows(5), description: 'Every condition that is not met.' })
  reasons: RefusalReasonObject[];

  /** What the field `alternatives` is found by. */
  refusal: BookingRefusal;
}

const resultOf = (name: string, description: string) =>
  createUnionType({
    name,
    description,
    types: () => [BookedObject, BookingRefusedObject] as const,
    resolveType: (value) => ('booking' in value ? BookedObject : BookingRefusedObject),
  });

export const BookEquipmentResult = resultOf('BookEquipmentResult', 'A booking, or every reason against it.');
export const ApproveBookingResult = resultOf(
  'ApproveBookingResult',
  'The confirmed booking, or every reason against it.',
);
export const MoveBookingResult = resultOf('MoveBookingResult', 'The moved booking, or every reason against it.');
export const ExtendBookingResult = resultOf(
  'ExtendBookingResult',
  'The booking with its new end, or every reason against it.',
);
