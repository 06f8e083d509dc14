import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { Limit } from '../../../platform/graphql/limit.ts';
import { Allow, everyone, members } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { readEquipment } from '../../equipment/items/equipment.reader.ts';
import { EquipmentObject } from '../../equipment/items/equipment.type.ts';
import { readUnits } from '../../equipment/units/unit.reader.ts';
import { UnitObject } from '../../equipment/units/unit.type.ts';
import type { BookingRefusedObject } from '../commands/booking-result.type.ts';
import { presentCheck } from '../conditions/refusal.type.ts';
import { claimHold } from './commands/claim-hold.service.ts';
import { holdTime } from './commands/hold-time.service.ts';
import { releaseHold } from './commands/release-hold.service.ts';
import type { HoldState } from './hold.enums.ts';
import { findHold } from './hold.reader.ts';
import { holdMinutes, stateAt } from './hold.rules.ts';
import { HoldObject, HoldStateEnum, HoldTimeInput, HoldTimeResult, type TimeHeldObject } from './hold.type.ts';

@Resolver(() => HoldObject)
export class HoldResolver {
  @Allow(everyone)
  @Query(() => HoldObject, {
    nullable: true,
    description: 'The hold that a secret belongs to; null where there is none, or where it is of somebody else by now.',
  })
  async hold(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'The secret of the hold.' }) token: string,
  ): Promise<HoldObject | null> {
    return (await findHold(ctx, token)) ?? null;
  }

  // A class that signs up in one room shares an address; whoever wants to keep machines from others has to be few.
  @Limit({ times: 20, seconds: holdMinutes * 60 })
  @Allow(everyone)
  @Mutation(() => HoldTimeResult, {
    description:
      'Holds a time for 15 minutes for a visitor, or somebody who may not book yet, in place of what they held before.',
  })
  async holdTime(
    @Ctx() ctx: Context,
    @Arg('input', () => HoldTimeInput, { description: 'What and when.' }) input: HoldTimeInput,
  ): Promise<TimeHeldObject | BookingRefusedObject> {
    const result = await holdTime(ctx, input);
    if ('hold' in result) return result;
    return { reasons: result.reasons.map((reason) => presentCheck(reason, ctx.locale)), refusal: result };
  }

  @Allow(everyone)
  @Mutation(() => HoldObject, { description: 'Lets go of a hold; its time is free at once.' })
  releaseHold(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'The secret of the hold.' }) token: string,
  ): Promise<HoldObject> {
    return releaseHold(ctx, token);
  }

  @Allow(members)
  @Mutation(() => HoldObject, {
    description:
      'Makes the hold of a browser that of the person who signed in with it since; CONFLICT where they hold something ' +
      'else and do not replace it.',
  })
  claimHold(
    @Ctx() ctx: Context,
    @Arg('token', () => String, { description: 'The secret of the hold.' }) token: string,
    @Arg('replace', () => Boolean, {
      defaultValue: false,
      description: 'Whether the person chose it over what they hold, which is then let go.',
    })
    replace: boolean,
  ): Promise<HoldObject> {
    return claimHold(ctx, { token, replace });
  }

  @FieldResolver(() => HoldStateEnum, { description: 'Whether it stands.' })
  state(@Ctx() ctx: Context, @Root() hold: HoldObject): HoldState {
    return stateAt(hold, ctx.now);
  }

  @FieldResolver(() => EquipmentObject, { description: 'What is held.' })
  async equipment(@Ctx() ctx: Context, @Root() { equipmentId }: HoldObject): Promise<EquipmentObject> {
    const equipment = await load(ctx, readEquipment, equipmentId);
    if (!equipment) throw notFound();
    return equipment;
  }

  @FieldResolver(() => UnitObject, { description: 'Which of its units.' })
  async unit(@Ctx() ctx: Context, @Root() { unitId }: HoldObject): Promise<UnitObject> {
    const unit = await load(ctx, readUnits, unitId);
    if (!unit) throw notFound();
    return unit;
  }
}
