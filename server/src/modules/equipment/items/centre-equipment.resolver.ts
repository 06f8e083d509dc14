import type { GraphQLResolveInfo } from 'graphql';
import { Ctx, FieldResolver, Info, Int, Resolver, Root } from 'type-graphql';
import { type Context, load, untilChange } from '../../../platform/context/context.ts';
import { type Asked, askedBelow } from '../../../platform/graphql/asked.ts';
import { Costs } from '../../../platform/graphql/costs.ts';
import { ReadAlong } from '../../../platform/graphql/read-along.ts';
import { pickTranslation } from '../../../platform/i18n/locale.rules.ts';
import { CentreType } from '../../directory/centres/centre.type.ts';
import { readCentreOpenings } from '../../opening-hours/hours/centre-opening.reader.ts';
import { OpeningExceptionType, OpeningHoursType } from '../../opening-hours/hours/opening.type.ts';
import { exceptionsAhead, openAt } from '../../opening-hours/hours/opening-now.rules.ts';
import { EquipmentItemType } from './equipment.type.ts';
import {
  countEquipmentOfCentres,
  equipmentCountAlong,
  namedEquipmentAlong,
  readEquipmentOfCentres,
  readNamedEquipmentOfCentres,
} from './equipment-of-centre.reader.ts';

/** What a row of `NamedEquipment` answers; rows without the rules answer these fields and no others. */
const namedFields = {
  __typename: true,
  id: true,
  name: true,
  description: true,
  type: ['__typename', 'key', 'name'],
  centre: true,
} as const;
const asksNames = (asked: Asked) => asked.isOnly(namedFields);

/** What a centre offers and when it is open. */
@Resolver(() => CentreType)
export class CentreEquipmentResolver {
  @FieldResolver(() => Boolean, { description: 'Whether it is open at this moment.' })
  async openNow(@Ctx() ctx: Context, @Root() centre: CentreType): Promise<boolean> {
    const opening = await load(ctx, readCentreOpenings, centre.id);
    return opening !== undefined && untilChange(ctx, (now) => openAt({ ...opening, zone: centre.zone }, now));
  }

  @Costs({ rows: 7 })
  @FieldResolver(() => [OpeningHoursType], { description: 'Its weekly hours, Monday first.' })
  async openingHours(@Ctx() ctx: Context, @Root() centre: CentreType): Promise<OpeningHoursType[]> {
    return [...((await load(ctx, readCentreOpenings, centre.id))?.rules ?? [])];
  }

  @Costs({ rows: 5 })
  @FieldResolver(() => [OpeningExceptionType], {
    description: 'Days that differ from the weekly hours, those that are over left out, earliest first.',
  })
  async openingExceptions(@Ctx() ctx: Context, @Root() centre: CentreType): Promise<OpeningExceptionType[]> {
    const opening = await load(ctx, readCentreOpenings, centre.id);
    const ahead = untilChange(ctx, (now) => exceptionsAhead(opening?.exceptions ?? [], centre.zone, now));
    return ahead.map(({ messages, ...exception }) => ({
      ...exception,
      message: pickTranslation(messages, ctx.locale) ?? null,
    }));
  }

  @ReadAlong(() => equipmentCountAlong)
  @FieldResolver(() => Int, { description: 'How much equipment it offers.' })
  async equipmentCount(@Ctx() ctx: Context, @Root() centre: CentreType): Promise<number> {
    return (await load(ctx, countEquipmentOfCentres, centre.id)) ?? 0;
  }

  @ReadAlong((ctx, asked) => (asksNames(asked) ? namedEquipmentAlong(ctx) : undefined))
  @Costs({ rows: 10 })
  @FieldResolver(() => [EquipmentItemType], { description: 'The equipment it offers, by name.' })
  async equipment(
    @Ctx() ctx: Context,
    @Root() centre: CentreType,
    @Info() info: GraphQLResolveInfo,
  ): Promise<EquipmentItemType[]> {
    const rows = await (asksNames(askedBelow(info))
      ? load(ctx, readNamedEquipmentOfCentres, centre.id)
      : load(ctx, readEquipmentOfCentres, centre.id));
    return [...(rows ?? [])] as EquipmentItemType[];
  }
}
