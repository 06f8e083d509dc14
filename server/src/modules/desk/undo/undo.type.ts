import { createUnionType, Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { BookingObject } from '../../booking/bookings/booking.type.ts';
import { BookingRefusedObject } from '../../booking/commands/booking-result.type.ts';
import type { UndoAct } from './undoers.ts';

export const UndoActEnum = enumOf<UndoAct>('UndoAct', 'What can be taken back for a minute.', {
  check_in: 'Somebody was checked in.',
  approval: 'A request was approved.',
  no_show: 'It was noted that nobody came.',
  cancellation: 'A booking was cancelled.',
});

@Allow(asParent)
@ObjectType('UndoStep', {
  description: 'What the asking person did, and may take back for a minute; nobody is told of it before.',
  simpleResolvers: true,
})
export class UndoStepObject {
  @Field(() => ID, { description: 'What `undo` takes.' })
  id: string;

  @Field(() => UndoActEnum, { description: 'What was done.' })
  act: UndoAct;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when it can be taken back.' })
  until: Date;

  objectId: string;
}

@Allow(asParent)
@ObjectType('Undone', { description: 'It is as it was, and nobody was told.', simpleResolvers: true })
export class UndoneObject {
  @Field(() => BookingObject, { nullable: true, description: 'The booking as it is again, where it was one.' })
  booking: BookingObject | null;
}

export const UndoResult = createUnionType({
  name: 'UndoResult',
  description: 'It was taken back; or others have its time meanwhile.',
  types: () => [UndoneObject, BookingRefusedObject] as const,
  resolveType: (value) => ('reasons' in value ? BookingRefusedObject : UndoneObject),
});
