import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { readEquipment } from '../../equipment/items/equipment.reader.ts';
import { EquipmentObject } from '../../equipment/items/equipment.type.ts';
import { readUnits } from '../../equipment/units/unit.reader.ts';
import { UnitObject } from '../../equipment/units/unit.type.ts';
import { readBookings } from '../bookings/booking.reader.ts';
import { BookingObject } from '../bookings/booking.type.ts';
import { presentResult } from '../commands/booking-answer.ts';
import { BookEquipmentResult, type BookedObject, type BookingRefusedObject } from '../commands/booking-result.type.ts';
import { declineOffer, takeOffer } from './commands/answer-offer.service.ts';
import type { OfferState } from './offer.enums.ts';
import { findOwnOffer, readOwnOffers } from './offer.reader.ts';
import { offerStateAt } from './offer.rules.ts';
import { OfferObject, OfferStateEnum } from './offer.type.ts';

@Resolver(() => OfferObject)
export class OfferResolver {
  @Allow(members)
  @Query(() => OfferObject, { description: 'A time that is offered to the asking person; NOT_FOUND to all others.' })
  async timeOffer(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the offer.' }) id: string,
  ): Promise<OfferObject> {
    const offer = await findOwnOffer(ctx, id);
    if (!offer) throw notFound();
    return offer;
  }

  @Allow(members)
  @Query(() => [OfferObject], {
    complexity: rows(5),
    description: 'What is offered to the asking person now, at most 50: that which runs out first before the others.',
  })
  myTimeOffers(@Ctx() ctx: Context): Promise<OfferObject[]> {
    return readOwnOffers(ctx);
  }

  @Allow(members)
  @Mutation(() => BookEquipmentResult, {
    description:
      'Takes an offered time, or says everything that stands against it by now; CONFLICT where it has ended.',
  })
  async takeTimeOffer(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The offer.' }) id: string,
  ): Promise<BookedObject | BookingRefusedObject> {
    return presentResult(ctx, await takeOffer(ctx, id));
  }

  @Allow(members)
  @Mutation(() => OfferObject, {
    description: 'Lets go of an offered time, which is free at once; CONFLICT where it has ended.',
  })
  async declineTimeOffer(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The offer.' }) id: string,
  ): Promise<OfferObject> {
    await declineOffer(ctx, id);
    const offer = await findOwnOffer(ctx, id);
    if (!offer) throw notFound();
    return offer;
  }

  @FieldResolver(() => OfferStateEnum, { description: 'Whether it can still be taken.' })
  state(@Ctx() ctx: Context, @Root() offer: OfferObject): OfferState {
    return offerStateAt(offer, ctx.now);
  }

  @FieldResolver(() => BookingObject, { description: 'The booking that had to give way.' })
  async booking(@Ctx() ctx: Context, @Root() { bookingId }: OfferObject): Promise<BookingObject> {
    const booking = await load(ctx, readBookings, bookingId);
    if (!booking) throw notFound();
    return booking;
  }

  @FieldResolver(() => EquipmentObject, { description: 'What is offered.' })
  async equipment(@Ctx() ctx: Context, @Root() { equipmentId }: OfferObject): Promise<EquipmentObject> {
    const equipment = await load(ctx, readEquipment, equipmentId);
    if (!equipment) throw notFound();
    return equipment;
  }

  @FieldResolver(() => UnitObject, { description: 'Which of its units.' })
  async unit(@Ctx() ctx: Context, @Root() { unitId }: OfferObject): Promise<UnitObject> {
    const unit = await load(ctx, readUnits, unitId);
    if (!unit) throw notFound();
    return unit;
  }
}
