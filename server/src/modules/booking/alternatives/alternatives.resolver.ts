import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { BookingRefusedObject, BookingVerdictObject } from '../commands/booking-result.type.ts';
import type { BookingRefusal } from '../conditions/booking-facts.reader.ts';
import { readAlternatives } from './alternatives.reader.ts';
import { withRightsOf } from './booking-alternatives.reader.ts';
import { presentAlternative, SlotAlternativeObject } from './slot-alternative.type.ts';

/** Other ways are looked for outside of the booking's transaction, and only where somebody asks for them. */
async function alternativesOf(
  ctx: Context,
  { refusal }: { refusal: BookingRefusal },
): Promise<SlotAlternativeObject[]> {
  const { requester } = refusal.request;
  const asked = requester ? withRightsOf(ctx, requester) : ctx;
  return (await readAlternatives(asked, refusal)).map(presentAlternative);
}

@Resolver(() => BookingRefusedObject)
export class RefusalAlternativesResolver {
  @FieldResolver(() => [SlotAlternativeObject], {
    complexity: rows(10, 200),
    description: 'Other times and places for the same need.',
  })
  alternatives(@Ctx() ctx: Context, @Root() refused: BookingRefusedObject): Promise<SlotAlternativeObject[]> {
    return alternativesOf(ctx, refused);
  }
}

@Resolver(() => BookingVerdictObject)
export class VerdictAlternativesResolver {
  @FieldResolver(() => [SlotAlternativeObject], {
    complexity: rows(10, 200),
    description: 'Other times and places, where it could not be booked.',
  })
  alternatives(@Ctx() ctx: Context, @Root() verdict: BookingVerdictObject): Promise<SlotAlternativeObject[]> {
    return alternativesOf(ctx, verdict);
  }
}
