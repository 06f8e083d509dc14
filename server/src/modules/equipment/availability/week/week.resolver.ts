import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../../platform/context/context.ts';
import { rows } from '../../../../platform/graphql/complexity.ts';
import { LocalDateScalar } from '../../../../platform/graphql/local-date.scalar.ts';
import { badInput } from '../../../../shared/errors.ts';
import { EquipmentObject } from '../../items/equipment.type.ts';
import { dayProblems } from '../day-strip.rules.ts';
import { loadWeek } from '../free-time.reader.ts';
import { DayShareObject } from './week.type.ts';

/** A week of equipment in one figure a day. */
@Resolver(() => EquipmentObject)
export class WeekResolver {
  @FieldResolver(() => [DayShareObject], {
    complexity: rows(7, 50),
    description: 'Seven local days: how long it is open on each, and how much of that can be booked now.',
  })
  week(
    @Ctx() ctx: Context,
    @Root() equipment: EquipmentObject,
    @Arg('from', () => LocalDateScalar, {
      nullable: true,
      description: 'The first day, from a year ago to two years ahead; today at the centre where left out.',
    })
    from: string | null,
  ): Promise<DayShareObject[]> {
    const problems = from ? dayProblems('from', from, ctx.now) : [];
    if (problems.length > 0) throw badInput(problems);
    return loadWeek(ctx, equipment, from ?? undefined);
  }
}
