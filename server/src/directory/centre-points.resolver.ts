import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.ts';
import { badInput } from '../errors.ts';
import { Costs } from '../graphql/costs.ts';
import { asPagesRead, Limit } from '../graphql/limit.ts';
import { Allow, everyone } from '../graphql/policy.ts';
import { Reusable } from '../graphql/reuse/reusable.ts';
import { centreFilter, centreProblems } from './centre-filter.rules.ts';
import { CentreFilterInput } from './centre-filter.type.ts';
import { CentrePointType } from './centre-point.type.ts';
import { readCentrePoints } from './centre-points.reader.ts';

@Resolver()
export class CentrePointsResolver {
  @Allow(everyone)
  @Limit(asPagesRead)
  @Reusable()
  @Costs({ weight: 100, rows: 100 })
  @Query(() => [CentrePointType], {
    description: 'Every centre of a search that has a point, at most 5,000, for a map; the list is `centres`.',
  })
  async centrePoints(
    @Ctx() ctx: Context,
    @Arg('filter', () => CentreFilterInput, { nullable: true, description: 'Which centres; all where left out.' })
    input: CentreFilterInput | null,
  ): Promise<CentrePointType[]> {
    const problems = centreProblems(input ?? {});
    if (problems.length > 0) throw badInput(problems);
    return readCentrePoints(ctx, centreFilter(input ?? {}));
  }
}
