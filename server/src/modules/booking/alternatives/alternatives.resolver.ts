import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import type { BookingRefusal } from '../bookings/book-equipment.service.ts';
import { BookingRefusedType, BookingVerdictType } from '../bookings/booking-result.type.ts';
import { readAlternatives } from './alternatives.reader.ts';
import { presentAlternative, SlotAlternativeType } from './slot-alternative.type.ts';

/** Other ways are looked for outside of the booking's transaction, and only where somebody asks for them. */
async function alternativesOf(ctx: Context, { refusal }: { refusal: BookingRefusal }): Promise<SlotAlternativeType[]> {
  const { assessment, reasons } = refusal;
  return (await readAlternatives(ctx, assessment, reasons)).map(presentAlternative);
}

@Resolver(() => BookingRefusedType)
export class RefusalAlternativesResolver {
  @FieldResolver(() => [SlotAlternativeType], {
    complexity: rows(10, 200),
    description: 'Other times and places for the same need.',
  })
  alternatives(@Ctx() ctx: Context, @Root() refused: BookingRefusedType): Promise<SlotAlternativeType[]> {
    return alternativesOf(ctx, refused);
  }
}

@Resolver(() => BookingVerdictType)
export class VerdictAlternativesResolver {
  @FieldResolver(() => [SlotAlternativeType], {
    complexity: rows(10, 200),
    description: 'Other times and places, where it could not be booked.',
  })
  alternatives(@Ctx() ctx: Context, @Root() verdict: BookingVerdictType): Promise<SlotAlternativeType[]> {
    return alternativesOf(ctx, verdict);
  }
}
