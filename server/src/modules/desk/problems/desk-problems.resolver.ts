import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { listProblems } from '../../problems/problem.reader.ts';
import { ProblemObject } from '../../problems/problem.type.ts';
import { DeskObject } from '../desks/desk.type.ts';

@Resolver(() => DeskObject)
export class DeskProblemsResolver {
  @FieldResolver(() => [ProblemObject], {
    complexity: rows(30, 50),
    description:
      'Problems of its machines, at most 200: those that are open, the worst and oldest first, or those that ended last.',
  })
  problems(
    @Root() { centre }: DeskObject,
    @Ctx() ctx: Context,
    @Arg('open', () => Boolean, { defaultValue: true, description: 'Whether those that are open are meant.' })
    open: boolean,
  ): Promise<ProblemObject[]> {
    return listProblems(ctx, centre.id, open);
  }
}
