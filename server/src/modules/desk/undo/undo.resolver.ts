import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { listUndoable, readUndoableOf, type UndoStepRow } from '../../../platform/undo/undo-step.reader.ts';
import { maySeeBooking } from '../../booking/bookings/booking.policy.ts';
import { readBookings } from '../../booking/bookings/booking.reader.ts';
import { BookingObject } from '../../booking/bookings/booking.type.ts';
import { presentResult } from '../../booking/commands/booking-answer.ts';
import type { BookingRefusedObject } from '../../booking/commands/booking-result.type.ts';
import { undo } from './undo.service.ts';
import { UndoneObject, UndoResult, UndoStepObject } from './undo.type.ts';
import { isUndoAct } from './undoers.ts';

/** What is offered at once to be taken back. */
const mostSteps = 5;

const presentStep = ({ id, act, doneAt, until, objectId }: UndoStepRow): UndoStepObject[] =>
  isUndoAct(act) ? [{ id, act, at: doneAt, until, objectId }] : [];

@Resolver(() => UndoStepObject)
export class UndoResolver {
  @Allow(members)
  @Query(() => [UndoStepObject], {
    complexity: rows(mostSteps),
    description: 'What the asking person did within the last minute and may take back, the last first; 5 at most.',
  })
  async undoable(@Ctx() ctx: Context): Promise<UndoStepObject[]> {
    return (await listUndoable(ctx, mostSteps)).flatMap(presentStep);
  }

  @Allow(members)
  @Mutation(() => UndoResult, {
    description:
      'Takes back what the asking person did within the last minute; who would have been told never is. NOT_FOUND for ' +
      'what others did; CONFLICT where it is too late, was taken back before, or something else happened since.',
  })
  async undo(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the `UndoStep`.' }) id: string,
  ): Promise<UndoneObject | BookingRefusedObject> {
    const result = await presentResult(ctx, await undo(ctx, id));
    return 'reasons' in result ? result : Object.assign(new UndoneObject(), { booking: result.booking });
  }

  @FieldResolver(() => BookingObject, {
    nullable: true,
    description: 'The booking that it was done to, if it was one.',
  })
  async booking(@Ctx() ctx: Context, @Root() { objectId }: UndoStepObject): Promise<BookingObject | null> {
    const booking = await load(ctx, readBookings, objectId);
    return booking && maySeeBooking(ctx.actor, booking) ? booking : null;
  }
}

@Resolver(() => BookingObject)
export class BookingUndoResolver {
  @FieldResolver(() => UndoStepObject, {
    nullable: true,
    description: 'What the asking person did to it last and may take back; null where there is nothing.',
  })
  async undo(@Ctx() ctx: Context, @Root() { id }: BookingObject): Promise<UndoStepObject | null> {
    const step = await load(ctx, readUndoableOf, id);
    return (step && presentStep(step)[0]) ?? null;
  }
}
