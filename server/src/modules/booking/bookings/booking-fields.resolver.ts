import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { notFound } from '../../../shared/errors.ts';
import { readEquipment } from '../../equipment/items/equipment.reader.ts';
import { EquipmentObject } from '../../equipment/items/equipment.type.ts';
import { readUnits } from '../../equipment/units/unit.reader.ts';
import { UnitObject } from '../../equipment/units/unit.type.ts';
import { loadParty, type PartyRow } from '../../people/acting-for/party.reader.ts';
import { PartyUnion } from '../../people/acting-for/party.type.ts';
import { readPeople } from '../../people/persons/person.reader.ts';
import { PersonObject } from '../../people/persons/person.type.ts';
import { SlotAlternativeObject } from '../alternatives/slot-alternative.type.ts';
import { mayApprove, mayCancel, mayCheckIn, mayCheckOut, mayExtend, mayMarkNoShow, mayMove } from './booking.policy.ts';
import { BookingAbilitiesObject, BookingEndingObject, BookingObject } from './booking.type.ts';
import { endingPartyOf } from './booking-lifecycle.rules.ts';

type Place = { readonly equipmentId: string; readonly unitId: string };

async function equipmentAt(ctx: Context, { equipmentId }: Place): Promise<EquipmentObject> {
  const equipment = await load(ctx, readEquipment, equipmentId);
  if (!equipment) throw notFound();
  return equipment;
}

async function unitAt(ctx: Context, { unitId }: Place): Promise<UnitObject> {
  const unit = await load(ctx, readUnits, unitId);
  if (!unit) throw notFound();
  return unit;
}

@Resolver(() => BookingObject)
export class BookingFieldsResolver {
  @FieldResolver(() => EquipmentObject, { description: 'What is booked.' })
  equipment(@Ctx() ctx: Context, @Root() booking: BookingObject): Promise<EquipmentObject> {
    return equipmentAt(ctx, booking);
  }

  @FieldResolver(() => UnitObject, { description: 'Which of its units.' })
  unit(@Ctx() ctx: Context, @Root() booking: BookingObject): Promise<UnitObject> {
    return unitAt(ctx, booking);
  }

  @FieldResolver(() => PersonObject, { nullable: true, description: 'Who booked; null where the account was erased.' })
  async booker(@Ctx() ctx: Context, @Root() { bookerId }: BookingObject): Promise<PersonObject | null> {
    return bookerId === null ? null : ((await load(ctx, readPeople, bookerId)) ?? null);
  }

  @FieldResolver(() => PartyUnion, { nullable: true, description: 'For whom they booked; null for themselves.' })
  actingFor(@Ctx() ctx: Context, @Root() booking: BookingObject): Promise<PartyRow | null> {
    return loadParty(ctx, booking);
  }

  @FieldResolver(() => BookingAbilitiesObject, { description: 'What the asking person may do with it now.' })
  viewerCan(@Ctx() ctx: Context, @Root() booking: BookingObject): BookingAbilitiesObject {
    const cancel = mayCancel(ctx.actor, booking, ctx.now);
    return {
      move: mayMove(ctx.actor, booking, ctx.now).allowed,
      cancel: cancel.allowed,
      cancelWithReason: cancel.allowed && endingPartyOf(cancel.parties) !== 'holder',
      answer: mayApprove(ctx.actor, booking, ctx.now).allowed,
      checkIn: mayCheckIn(ctx.actor, booking, ctx.now).allowed,
      checkOut: mayCheckOut(ctx.actor, booking, ctx.now).allowed,
      extend: mayExtend(ctx.actor, booking, ctx.now).allowed,
      noShow: mayMarkNoShow(ctx.actor, booking, ctx.now).allowed,
    };
  }

  @FieldResolver(() => BookingEndingObject, {
    nullable: true,
    description: 'How it was cancelled or declined, or who said that nobody came; null for all others.',
  })
  async ending(@Ctx() ctx: Context, @Root() booking: BookingObject): Promise<BookingEndingObject | null> {
    const { endingAt: at, endingBy: by, endingPersonId: personId, endingReason: reason } = booking;
    if (at === null || by === null) return null;
    const person = personId === null ? undefined : await load(ctx, readPeople, personId);
    return { by, at, reason, personName: person?.name ?? null };
  }
}

@Resolver(() => SlotAlternativeObject)
export class SlotAlternativeResolver {
  @FieldResolver(() => EquipmentObject, { description: 'What could be booked.' })
  equipment(@Ctx() ctx: Context, @Root() alternative: SlotAlternativeObject): Promise<EquipmentObject> {
    return equipmentAt(ctx, alternative);
  }

  @FieldResolver(() => UnitObject, { description: 'Which of its units.' })
  unit(@Ctx() ctx: Context, @Root() alternative: SlotAlternativeObject): Promise<UnitObject> {
    return unitAt(ctx, alternative);
  }
}
