import { Ctx, FieldResolver, GraphQLISODateTime, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { pickTranslation } from '../../../platform/i18n/locale.rules.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { readOpenings } from '../../opening-hours/hours/opening.reader.ts';
import { OpeningExceptionObject, OpeningHoursObject } from '../../opening-hours/hours/opening.type.ts';
import { exceptionsAhead, nextChange, openAt } from '../../opening-hours/hours/opening-now.rules.ts';
import { countEquipmentOfCentres, readEquipmentOfCentres } from './centre-equipment.reader.ts';
import { EquipmentObject } from './equipment.type.ts';

/** What a centre offers and when it is open. */
@Resolver(() => CentreObject)
export class CentreEquipmentResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is open at this moment.' })
  async openNow(@Ctx() ctx: Context, @Root() centre: CentreObject): Promise<boolean> {
    const opening = (await load(ctx, readOpenings, centre.id))?.centre;
    return opening !== undefined && openAt({ ...opening, zone: centre.zone }, ctx.now.getTime());
  }

  @FieldResolver(() => GraphQLISODateTime, {
    complexity: 5,
    nullable: true,
    description: 'When it closes, where it is open and does so within two weeks; null while it is closed.',
  })
  async closesAt(@Ctx() ctx: Context, @Root() centre: CentreObject): Promise<Date | null> {
    const { closes } = await changeOf(ctx, centre);
    return closes === undefined ? null : new Date(closes);
  }

  @FieldResolver(() => GraphQLISODateTime, {
    complexity: 5,
    nullable: true,
    description: 'When it opens next, where it is closed and does so within two weeks; null while it is open.',
  })
  async opensAt(@Ctx() ctx: Context, @Root() centre: CentreObject): Promise<Date | null> {
    const { opens } = await changeOf(ctx, centre);
    return opens === undefined ? null : new Date(opens);
  }

  @FieldResolver(() => [OpeningHoursObject], { complexity: rows(7), description: 'Its weekly hours, Monday first.' })
  async openingHours(@Ctx() ctx: Context, @Root() centre: CentreObject): Promise<OpeningHoursObject[]> {
    return [...((await load(ctx, readOpenings, centre.id))?.centre.rules ?? [])];
  }

  @FieldResolver(() => [OpeningExceptionObject], {
    complexity: rows(5),
    description: 'Days that differ from the weekly hours, those that are over left out, earliest first.',
  })
  async openingExceptions(@Ctx() ctx: Context, @Root() centre: CentreObject): Promise<OpeningExceptionObject[]> {
    const opening = await load(ctx, readOpenings, centre.id);
    const ahead = exceptionsAhead(opening?.centre.exceptions ?? [], centre.zone, ctx.now.getTime());
    return ahead.map(({ messages, ...exception }) => ({
      ...exception,
      message: pickTranslation(messages, ctx.locale) ?? null,
    }));
  }

  @FieldResolver(() => Int, { description: 'How much equipment it offers.' })
  async equipmentCount(@Ctx() ctx: Context, @Root() centre: CentreObject): Promise<number> {
    return (await load(ctx, countEquipmentOfCentres, centre.id)) ?? 0;
  }

  @FieldResolver(() => [EquipmentObject], { complexity: rows(10), description: 'The equipment it offers, by name.' })
  async equipment(@Ctx() ctx: Context, @Root() centre: CentreObject): Promise<EquipmentObject[]> {
    return [...((await load(ctx, readEquipmentOfCentres, centre.id)) ?? [])];
  }
}

async function changeOf(ctx: Context, { id, zone }: CentreObject) {
  const opening = (await load(ctx, readOpenings, id))?.centre;
  return opening ? nextChange({ ...opening, zone }, ctx.now.getTime()) : {};
}
