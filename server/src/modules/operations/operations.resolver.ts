import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver } from 'type-graphql';
import { type Context, db } from '../../platform/context/context.ts';
import { rows } from '../../platform/graphql/complexity.ts';
import { connect, pageRequest } from '../../platform/graphql/connection.ts';
import { Allow } from '../../platform/graphql/policy.ts';
import { countDeadLetters, deadLetterOrder, readDeadLetters } from '../../platform/jobs/dead-letters.reader.ts';
import { countJobs } from '../../platform/jobs/job-counts.reader.ts';
import { deleteJob, operatedBy, retryJob } from './operations.service.ts';
import {
  DeadLetterConnectionObject,
  JobQueueObject,
  OperationsObject,
  operators,
  ServerFactsObject,
} from './operations.type.ts';
import { readServerFacts } from './server-facts.reader.ts';

@Resolver(() => OperationsObject)
export class OperationsResolver {
  @Allow(operators)
  @Query(() => OperationsObject, { description: 'How this installation runs; for its operators alone.' })
  operations(): OperationsObject {
    return {};
  }

  @Allow(operators)
  @Mutation(() => OperationsObject, { description: 'Sends a job that failed for good back to its queue.' })
  async retryJob(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The job.' }) id: string,
  ): Promise<OperationsObject> {
    await retryJob(ctx, id);
    return {};
  }

  @Allow(operators)
  @Mutation(() => OperationsObject, { description: 'Deletes a job that failed for good.' })
  async deleteJob(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The job.' }) id: string,
  ): Promise<OperationsObject> {
    await deleteJob(ctx, id);
    return {};
  }

  @Allow(operators)
  @FieldResolver(() => ServerFactsObject, { description: 'The process that answered.' })
  server(@Ctx() ctx: Context): Promise<ServerFactsObject> {
    return readServerFacts(ctx, operatedBy(ctx));
  }

  @Allow(operators)
  @FieldResolver(() => [JobQueueObject], {
    complexity: rows(10, 50),
    description: 'Every kind of work beside the requests, by name.',
  })
  queues(@Ctx() ctx: Context): Promise<JobQueueObject[]> {
    return countJobs(db(ctx));
  }

  @Allow(operators)
  @FieldResolver(() => DeadLetterConnectionObject, { description: 'Jobs that failed for good, the last one first.' })
  async deadLetters(
    @Ctx() ctx: Context,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<DeadLetterConnectionObject> {
    const request = pageRequest(first ?? 20, after, deadLetterOrder);
    const page = await readDeadLetters(db(ctx), request);
    return connect(
      page,
      request.after,
      ({ keyset }) => keyset,
      (letter) => letter,
      () => countDeadLetters(db(ctx)),
    );
  }
}
