import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Context, load } from '../../../platform/context/context.ts';
import { notFound } from '../../../shared/errors.ts';
import { readEquipment } from '../../equipment/items/equipment.reader.ts';
import { EquipmentObject } from '../../equipment/items/equipment.type.ts';
import { readUnits } from '../../equipment/units/unit.reader.ts';
import { UnitObject } from '../../equipment/units/unit.type.ts';
import { loadParty, type PartyRow } from '../../people/acting-for/party.reader.ts';
import { PartyUnion } from '../../people/acting-for/party.type.ts';
import { readPeople } from '../../people/persons/person.reader.ts';
import { PersonObject } from '../../people/persons/person.type.ts';
import { SlotAlternativeType } from '../alternatives/slot-alternative.type.ts';
import { mayCancel, mayMove } from './booking.policy.ts';
import { BookingAbilitiesType, BookingType } from './booking.type.ts';

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

@Resolver(() => BookingType)
export class BookingFieldsResolver {
  @FieldResolver(() => EquipmentObject, { description: 'What is booked.' })
  equipment(@Ctx() ctx: Context, @Root() booking: BookingType): Promise<EquipmentObject> {
    return equipmentAt(ctx, booking);
  }

  @FieldResolver(() => UnitObject, { description: 'Which of its units.' })
  unit(@Ctx() ctx: Context, @Root() booking: BookingType): Promise<UnitObject> {
    return unitAt(ctx, booking);
  }

  @FieldResolver(() => PersonObject, { nullable: true, description: 'Who booked; null where the account was erased.' })
  async booker(@Ctx() ctx: Context, @Root() { bookerId }: BookingType): Promise<PersonObject | null> {
    return bookerId === null ? null : ((await load(ctx, readPeople, bookerId)) ?? null);
  }

  @FieldResolver(() => PartyUnion, { nullable: true, description: 'For whom they booked; null for themselves.' })
  actingFor(@Ctx() ctx: Context, @Root() booking: BookingType): Promise<PartyRow | null> {
    return loadParty(ctx, booking);
  }

  @FieldResolver(() => BookingAbilitiesType, { description: 'What the asking person may do with it now.' })
  viewerCan(@Ctx() ctx: Context, @Root() booking: BookingType): BookingAbilitiesType {
    return {
      move: mayMove(ctx.actor, booking, ctx.now).allowed,
      cancel: mayCancel(ctx.actor, booking, ctx.now).allowed,
    };
  }
}

@Resolver(() => SlotAlternativeType)
export class SlotAlternativeResolver {
  @FieldResolver(() => EquipmentObject, { description: 'What could be booked.' })
  equipment(@Ctx() ctx: Context, @Root() alternative: SlotAlternativeType): Promise<EquipmentObject> {
    return equipmentAt(ctx, alternative);
  }

  @FieldResolver(() => UnitObject, { description: 'Which of its units.' })
  unit(@Ctx() ctx: Context, @Root() alternative: SlotAlternativeType): Promise<UnitObject> {
    return unitAt(ctx, alternative);
  }
}
