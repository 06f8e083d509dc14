import { Arg, Ctx, FieldResolver, GraphQLISODateTime, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { daysAsked } from '../../../platform/graphql/complexity.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { badInput } from '../../../shared/errors.ts';
import { EquipmentObject } from '../items/equipment.type.ts';
import { IntervalObject } from './interval.type.ts';
import { loadOpenTime } from './open-time.reader.ts';
import { openTimeProblems } from './open-time.rules.ts';

/** As many days as a timeline shows. */
const mostDays = 32;

/** When equipment can be reached, whether or not it is taken. */
@Resolver(() => EquipmentObject)
export class OpenTimeResolver {
  @Allow(everyone)
  @FieldResolver(() => [IntervalObject], {
    complexity: ({ args, childComplexity }) =>
      5 + Math.ceil((daysAsked(args.startsAt, args.endsAt, mostDays) * (1 + childComplexity)) / 2),
    description: 'When it can be reached, by its hours alone, within some time.',
  })
  async open(
    @Ctx() ctx: Context,
    @Root() equipment: EquipmentObject,
    @Arg('startsAt', () => GraphQLISODateTime, { description: 'From when.' }) startsAt: Date,
    @Arg('endsAt', () => GraphQLISODateTime, { description: 'Until when; at most 32 days later.' }) endsAt: Date,
  ): Promise<IntervalObject[]> {
    const during = { start: startsAt.getTime(), end: endsAt.getTime() };
    const problems = openTimeProblems(during, ctx.now.getTime(), mostDays);
    if (problems.length > 0) throw badInput(problems);
    const open = await loadOpenTime(ctx, equipment, during);
    return open.map(({ start, end }) => ({ startsAt: new Date(start), endsAt: new Date(end) }));
  }
}
