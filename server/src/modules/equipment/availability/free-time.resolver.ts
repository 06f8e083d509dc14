import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { LocalDateScalar } from '../../../platform/graphql/local-date.scalar.ts';
import { badInput } from '../../../shared/errors.ts';
import { EquipmentObject } from '../items/equipment.type.ts';
import { DaySegmentObject } from './day-segment.type.ts';
import { dayProblems } from './day-strip.rules.ts';
import { loadDayStrip, loadNextFree } from './free-time.reader.ts';
import { IntervalObject } from './interval.type.ts';

/** When equipment is free. */
@Resolver(() => EquipmentObject)
export class FreeTimeResolver {
  @FieldResolver(() => [DaySegmentObject], {
    complexity: rows(10, 10),
    description:
      'A local day as a strip from midnight to midnight, without gap or overlap; free is what can be booked now, ' +
      'within lead time and horizon, with room for set-up and clean-up.',
  })
  async day(
    @Ctx() ctx: Context,
    @Root() equipment: EquipmentObject,
    @Arg('date', () => LocalDateScalar, {
      nullable: true,
      description: 'The day, from a year ago to two years ahead; today at the centre where left out.',
    })
    date: string | null,
  ): Promise<DaySegmentObject[]> {
    const problems = date ? dayProblems('date', date, ctx.now) : [];
    if (problems.length > 0) throw badInput(problems);
    const strip = await loadDayStrip(ctx, equipment, date ?? undefined);
    return strip.map(({ start, end, ...segment }) => ({
      ...segment,
      startsAt: new Date(start),
      endsAt: new Date(end),
    }));
  }

  @FieldResolver(() => IntervalObject, {
    complexity: 5,
    nullable: true,
    description:
      'The next stretch in which at least one unit is free, open and bookable for the minimum time, ' +
      'within two weeks; null if none.',
  })
  async nextFree(@Ctx() ctx: Context, @Root() equipment: EquipmentObject): Promise<IntervalObject | null> {
    const free = await loadNextFree(ctx, equipment);
    return free ? { startsAt: new Date(free.start), endsAt: new Date(free.end) } : null;
  }
}
