import { Field, GraphQLISODateTime, ID, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../platform/graphql/enums.ts';
import { Allow, asParent, onlyIf } from '../../platform/graphql/policy.ts';
import type { ProblemAct, ProblemKind, ProblemState, ProblemStepKind } from './problem.enums.ts';
import { mayReadProblem } from './problem.policy.ts';
import type { ProblemRow } from './problem.reader.ts';

export const ProblemKindEnum = enumOf<ProblemKind>('ProblemKind', 'How bad a problem is.', {
  note: 'Worth knowing; it works.',
  limits: 'It does less than usual.',
  unusable: 'It cannot be used.',
  danger: 'It can hurt somebody.',
});

export const ProblemStateEnum = enumOf<ProblemState>('ProblemState', 'What became of a problem.', {
  reported: 'Nobody looked yet.',
  seen: 'Somebody looked.',
  in_work: 'Somebody does something about it.',
  waiting: 'It waits for a part or a person.',
  fixed: 'It works again.',
  no_fault: 'Nothing was wrong.',
  same_as: 'It is the same as another problem, which goes on.',
});

const acts: Record<ProblemAct, string> = {
  see: 'Says that one looked.',
  work: 'Begins to do something about it.',
  wait: 'Waits for a part or a person.',
  fix: 'Says that it works again; the unit is back at once unless another problem keeps it.',
  find_no_fault: 'Says that nothing was wrong.',
  join: 'Says that it is the same as another open problem of the unit.',
  stop: 'Puts the unit out of order until an expected end, or moves that end.',
  resume: 'Lets the unit be used although the problem stays.',
  note: 'Adds words.',
};

export const ProblemActEnum = enumOf<ProblemAct>('ProblemAct', 'What is done about a problem.', acts);

const ProblemStepKindEnum = enumOf<ProblemStepKind>('ProblemStepKind', 'What stands in the history of a problem.', {
  report: 'Somebody reported it.',
  ...acts,
  move_on: 'Its expected end passed and moved on by a day.',
});

@Allow(asParent)
@ObjectType('ProblemNotice', {
  description: 'What everybody may know of an open problem: neither words nor people.',
  simpleResolvers: true,
})
export class ProblemNoticeObject {
  @Field(() => ID, { description: 'The id of the problem.' })
  id: string;

  @Field(() => ProblemKindEnum, { description: 'How bad it is.' })
  kind: ProblemKind;

  @Field(() => ProblemStateEnum, { description: 'What became of it.' })
  state: ProblemState;

  @Field(() => GraphQLISODateTime, { description: 'When it was reported.' })
  reportedAt: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When its unit is expected to work again; null where that is not out of order.',
  })
  endsAt: Date | null;

  unitId: string;
}

/** For whoever handles it and whoever reported it. */
const whoReadsProblem = onlyIf<ProblemRow>('whoReadsProblem', (ctx, problem) => mayReadProblem(ctx.actor, problem));

@Allow(whoReadsProblem)
@ObjectType('Problem', { description: 'Something wrong with a unit, for whoever handles it or reported it.' })
export class ProblemObject {
  @Field(() => ID, { description: 'The id of the problem.' })
  id: string;

  @Field(() => Int, { description: 'Grows with every change; send it back when changing.' })
  version: number;

  @Field(() => ProblemKindEnum, { description: 'How bad it is.' })
  kind: ProblemKind;

  @Field(() => ProblemStateEnum, { description: 'What became of it.' })
  state: ProblemState;

  @Field(() => String, { description: 'In the words of whoever reported it; empty once their account is erased.' })
  words: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was reported.' })
  reportedAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ended; null while it is open.' })
  closedAt: Date | null;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: 'When its unit is expected to work again; null where that is not out of order.',
  })
  endsAt: Date | null;

  @Field(() => ID, { nullable: true, description: 'The problem that it is the same as.' })
  sameAsId: string | null;

  unitId: string;
  equipmentId: string;
  centreId: string;
  reporterId: string | null;
  assigneeId: string | null;
  stewardIds: string[];
}

@Allow(asParent)
@ObjectType('ProblemStep', { description: 'What was done about a problem.', simpleResolvers: true })
export class ProblemStepObject {
  @Field(() => ID, { description: 'The id of the step.' })
  id: string;

  @Field(() => ProblemStepKindEnum, { description: 'What was done.' })
  kind: ProblemStepKind;

  @Field(() => GraphQLISODateTime, { description: 'When.' })
  at: Date;

  @Field(() => String, { description: 'What was said; may be empty.' })
  words: string;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'The expected end after it, where it set one.' })
  endsAt: Date | null;

  personId: string | null;
}

@Allow(asParent)
@ObjectType('ProblemFigures', {
  description: 'How often a machine had problems; joined ones count once.',
  simpleResolvers: true,
})
export class ProblemFiguresObject {
  @Field(() => Int, { description: 'How many were reported.' })
  count: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Minutes from report to repair, the mean of those that were fixed; null where none was.',
  })
  minutesToFix: number | null;

  @Field(() => Int, { description: 'Minutes that units of it were out of order, all together.' })
  minutesOut: number;
}
