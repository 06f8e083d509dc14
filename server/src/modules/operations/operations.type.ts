import { Field, Float, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { confirmed } from '../../platform/context/context.ts';
import { connectionOf } from '../../platform/graphql/connection.ts';
import { Allow, asParent, type FieldPolicy } from '../../platform/graphql/policy.ts';
import type { DeadLetter } from '../../platform/jobs/dead-letters.reader.ts';
import type { JobCounts } from '../../platform/jobs/job-counts.reader.ts';
import { DomainError } from '../../shared/errors.ts';
import { mayOperate } from './operations.policy.ts';
import type { ServerFacts } from './server-facts.reader.ts';

/** For those alone who run the installation. */
export const operators: FieldPolicy = {
  name: 'operators',
  check: (ctx) => {
    if (!mayOperate(confirmed(ctx))) throw new DomainError('FORBIDDEN');
  },
};

@Allow(asParent)
@ObjectType('ServerFacts', { description: 'The process that answered, and its database.', simpleResolvers: true })
export class ServerFactsObject implements ServerFacts {
  @Field(() => String, { description: 'The released version of Talka.' })
  version: string;

  @Field(() => String, { description: 'The version of Node.js.' })
  nodeVersion: string;

  @Field(() => GraphQLISODateTime, { description: 'When the process began to serve.' })
  startedAt: Date;

  @Field(() => String, { description: 'The version of PostgreSQL.' })
  databaseVersion: string;

  @Field(() => Boolean, { description: 'Whether the database runs inside the process.' })
  databaseEmbedded: boolean;

  @Field(() => Float, { description: 'Size of the database in bytes.' })
  databaseBytes: number;

  @Field(() => Float, { description: 'Seconds for which the oldest unread event waits for a transaction to end.' })
  logLag: number;

  @Field(() => Int, { description: 'Open WebSockets of this process.' })
  sockets: number;

  @Field(() => Float, { description: 'Memory of this process in bytes.' })
  memoryBytes: number;
}

@Allow(asParent)
@ObjectType('JobQueue', { description: 'A kind of work beside the requests.', simpleResolvers: true })
export class JobQueueObject implements JobCounts {
  @Field(() => String, { description: 'Its name.' })
  queue: string;

  @Field(() => Int, { description: 'Jobs to be run for the first time.' })
  waiting: number;

  @Field(() => Int, { description: 'Jobs that failed and are tried again.' })
  retrying: number;

  @Field(() => Int, { description: 'Jobs that run now.' })
  running: number;

  @Field(() => Int, { description: 'Jobs done lately; e-mails leave no trace.' })
  done: number;

  @Field(() => Int, { description: 'Jobs that failed for good.' })
  dead: number;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'Since when the longest waiting job is due.' })
  dueSince: Date | null;
}

@Allow(asParent)
@ObjectType('DeadLetter', { description: 'A job that failed for good.', simpleResolvers: true })
export class DeadLetterObject implements Omit<DeadLetter, 'keyset'> {
  @Field(() => ID, { description: 'The job.' })
  id: string;

  @Field(() => String, { description: 'What kind of work it was.' })
  queue: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was first asked for.' })
  addedAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it was given up.' })
  failedAt: Date;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts: number;

  @Field(() => String, { nullable: true, description: 'Why the last attempt failed.' })
  reason: string | null;
}

@Allow(asParent)
@ObjectType('DeadLetterConnection', { description: 'One page of the jobs that failed.', simpleResolvers: true })
export class DeadLetterConnectionObject extends connectionOf('DeadLetter', () => DeadLetterObject) {}

@Allow(asParent)
@ObjectType('Operations', { description: 'The inner works of this installation, for its operators.' })
export class OperationsObject {}
