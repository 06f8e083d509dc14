import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { textSearch } from '../../../platform/graphql/complexity.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { badInput } from '../../../shared/errors.ts';
import { centreFilter, centreProblems } from '../search/centre-filter.rules.ts';
import { CentreFilterInput } from '../search/centre-filter.type.ts';
import { CentrePointObject } from './centre-point.type.ts';
import { readCentrePoints } from './centre-points.reader.ts';

/** Points that a map usually shows. */
const usualPoints = 500;

@Resolver()
export class CentrePointsResolver {
  @Allow(everyone)
  @Query(() => [CentrePointObject], {
    complexity: ({ args, childComplexity }) => 1000 + usualPoints * childComplexity + textSearch(args.filter?.text),
    description: 'Every centre of a search that has a point, at most 5,000, for a map; the list is `centres`.',
  })
  async centrePoints(
    @Ctx() ctx: Context,
    @Arg('filter', () => CentreFilterInput, { nullable: true, description: 'Which centres; all where left out.' })
    input: CentreFilterInput | null,
  ): Promise<CentrePointObject[]> {
    const problems = centreProblems(input ?? {});
    if (problems.length > 0) throw badInput(problems);
    return (await load(ctx, readCentrePoints, JSON.stringify(centreFilter(input ?? {})))) ?? [];
  }
}
