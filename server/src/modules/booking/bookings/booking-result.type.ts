import { createUnionType, Field, ObjectType } from 'type-graphql';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { UnitObject } from '../../equipment/units/unit.type.ts';
import { BookingCheckType, RefusalReasonType } from '../conditions/refusal.type.ts';
import type { BookingRefusal } from './book-equipment.service.ts';
import { BookingType } from './booking.type.ts';

@Allow(asParent)
@ObjectType('BookingVerdict', {
  description: 'The answer before booking: every condition, met or not.',
  simpleResolvers: true,
})
export class BookingVerdictType {
  @Field(() => Boolean, { description: 'Whether it could be booked at this moment.' })
  allowed: boolean;

  @Field(() => UnitObject, {
    nullable: true,
    description: 'The unit that would be given out; null where none is free.',
  })
  unit: UnitObject | null;

  @Field(() => [BookingCheckType], { complexity: rows(15), description: 'Every condition, in a steady order.' })
  checks: BookingCheckType[];

  /** What the field `alternatives` is found by. */
  refusal: BookingRefusal;
}

@Allow(asParent)
@ObjectType('Booked', { description: 'The booking stands.', simpleResolvers: true })
export class BookedType {
  @Field(() => BookingType, { description: 'The booking as it is now.' })
  booking: BookingType;

  @Field(() => Boolean, { description: 'True where this repeats an earlier request with the same key.' })
  repeated: boolean;
}

@Allow(asParent)
@ObjectType('BookingRefused', { description: 'Nothing was booked or moved, and why.', simpleResolvers: true })
export class BookingRefusedType {
  @Field(() => [RefusalReasonType], { complexity: rows(5), description: 'Every condition that is not met.' })
  reasons: RefusalReasonType[];

  /** What the field `alternatives` is found by. */
  refusal: BookingRefusal;
}

const resultOf = (name: string, description: string) =>
  createUnionType({
    name,
    description,
    types: () => [BookedType, BookingRefusedType] as const,
    resolveType: (value) => ('booking' in value ? BookedType : BookingRefusedType),
  });

export const BookEquipmentResult = resultOf('BookEquipmentResult', 'A booking, or every reason against it.');
export const MoveBookingResult = resultOf('MoveBookingResult', 'The moved booking, or every reason against it.');
