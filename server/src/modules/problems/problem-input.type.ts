import { Field, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';
import type { ProblemAct, ProblemKind } from './problem.enums.ts';
import { ProblemActEnum, ProblemKindEnum } from './problem.type.ts';

@InputType({ description: 'What is wrong with a unit.' })
export class ReportProblemInput {
  @Field(() => ID, { description: 'The unit.' })
  unitId: string;

  @Field(() => ProblemKindEnum, { description: 'How bad it is.' })
  kind: ProblemKind;

  @Field(() => String, { description: 'What one sees, hears or smells; 1 to 2,000 characters.' })
  words: string;

  @Field(() => String, {
    description: 'Chosen by the client, 1 to 80 characters: an equal request makes nothing twice.',
  })
  idempotencyKey: string;
}

@InputType({ description: 'What is done about a problem.' })
export class ChangeProblemInput {
  @Field(() => ID, { description: 'The problem.' })
  problemId: string;

  @Field(() => Int, { description: 'The version that was read; STALE_VERSION where it is another now.' })
  version: number;

  @Field(() => ProblemActEnum, { description: 'What is done.' })
  act: ProblemAct;

  @Field(() => String, { nullable: true, description: 'What to say of it, at most 2,000 characters; needed for NOTE.' })
  words?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Who does something about it from now on: of the team, or a steward.',
  })
  assigneeId?: string | null;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The expected end, for STOP: ahead, within a year.' })
  endsAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'For JOIN: another open problem of the same unit.' })
  sameAsId?: string | null;
}
