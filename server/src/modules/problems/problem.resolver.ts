import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../platform/context/context.ts';
import { load } from '../../platform/context/load.ts';
import { rows } from '../../platform/graphql/complexity.ts';
import { asPeopleWrite, Limit } from '../../platform/graphql/limit.ts';
import { Allow, confirmedMembers, members } from '../../platform/graphql/policy.ts';
import { notFound } from '../../shared/errors.ts';
import { BookingObject } from '../booking/bookings/booking.type.ts';
import { readBookingsUntil, riskDays } from '../booking/outages/outage.reader.ts';
import { readEquipment } from '../equipment/items/equipment.reader.ts';
import { EquipmentObject } from '../equipment/items/equipment.type.ts';
import { readUnits } from '../equipment/units/unit.reader.ts';
import { UnitObject } from '../equipment/units/unit.type.ts';
import { readPeople } from '../people/persons/person.reader.ts';
import { PersonObject } from '../people/persons/person.type.ts';
import { readHandlers } from './changes/assignee.reader.ts';
import { changeProblem } from './changes/change-problem.service.ts';
import { mayHandle } from './problem.policy.ts';
import { findProblem, listOpenOfUnit, type ProblemStepRow, readSteps } from './problem.reader.ts';
import { ProblemObject, ProblemStepObject } from './problem.type.ts';
import { ChangeProblemInput, ReportProblemInput } from './problem-input.type.ts';
import { reportProblem } from './reports/report-problem.service.ts';

const day = 86_400_000;

@Resolver(() => ProblemObject)
export class ProblemResolver {
  @Allow(members)
  @Query(() => ProblemObject, { description: 'A problem, for whoever handles it or reported it; else NOT_FOUND.' })
  problem(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The id of the problem.' }) id: string,
  ): Promise<ProblemObject> {
    return problemOf(ctx, id);
  }

  @Allow(confirmedMembers)
  @Limit(asPeopleWrite)
  @Mutation(() => ProblemObject, {
    description:
      'Reports what is wrong with a unit. Danger from whoever is checked in there, and what its keepers call unusable, ' +
      'puts it out of order at once.',
  })
  async reportProblem(
    @Ctx() ctx: Context,
    @Arg('input', () => ReportProblemInput, { description: 'What is wrong.' }) input: ReportProblemInput,
  ): Promise<ProblemObject> {
    return problemOf(ctx, (await reportProblem(ctx, input)).id);
  }

  @Allow(confirmedMembers)
  @Mutation(() => ProblemObject, {
    description: 'Does something about a problem, for its stewards and those who work at the centre.',
  })
  async changeProblem(
    @Ctx() ctx: Context,
    @Arg('input', () => ChangeProblemInput, { description: 'What is done.' }) input: ChangeProblemInput,
  ): Promise<ProblemObject> {
    await changeProblem(ctx, input);
    return problemOf(ctx, input.problemId);
  }

  @FieldResolver(() => EquipmentObject, { description: 'The machine.' })
  async equipment(@Ctx() ctx: Context, @Root() problem: ProblemObject): Promise<EquipmentObject> {
    const equipment = await load(ctx, readEquipment, problem.equipmentId);
    if (!equipment) throw notFound();
    return equipment;
  }

  @FieldResolver(() => UnitObject, { description: 'Its unit.' })
  async unit(@Ctx() ctx: Context, @Root() problem: ProblemObject): Promise<UnitObject> {
    const unit = await load(ctx, readUnits, problem.unitId);
    if (!unit) throw notFound();
    return unit;
  }

  @FieldResolver(() => PersonObject, { nullable: true, description: 'Who reported it; null once erased.' })
  async reporter(@Ctx() ctx: Context, @Root() { reporterId }: ProblemObject): Promise<PersonObject | null> {
    return reporterId === null ? null : ((await load(ctx, readPeople, reporterId)) ?? null);
  }

  @FieldResolver(() => PersonObject, { nullable: true, description: 'Who does something about it.' })
  async assignee(@Ctx() ctx: Context, @Root() { assigneeId }: ProblemObject): Promise<PersonObject | null> {
    return assigneeId === null ? null : ((await load(ctx, readPeople, assigneeId)) ?? null);
  }

  @FieldResolver(() => Boolean, { description: 'Whether the asking person may do something about it.' })
  viewerHandles(@Ctx() ctx: Context, @Root() problem: ProblemObject): boolean {
    return mayHandle(ctx.actor, problem);
  }

  @FieldResolver(() => [PersonObject], {
    complexity: rows(10, 50),
    description: 'Who may take it on, stewards first; empty to whoever does not handle it.',
  })
  async handlers(@Ctx() ctx: Context, @Root() problem: ProblemObject): Promise<PersonObject[]> {
    if (!mayHandle(ctx.actor, problem)) return [];
    const ids = [...new Set([...problem.stewardIds, ...(await readHandlers(ctx, problem.centreId))])];
    const people = await Promise.all(ids.map((id) => load(ctx, readPeople, id)));
    return people.flatMap((person) => person ?? []);
  }

  @FieldResolver(() => [ProblemStepObject], {
    complexity: rows(10, 50),
    description: 'What was done about it, the first first.',
  })
  async steps(@Ctx() ctx: Context, @Root() { id }: ProblemObject): Promise<ProblemStepObject[]> {
    return [...((await load(ctx, readSteps, id)) ?? [])];
  }

  @FieldResolver(() => [ProblemObject], {
    complexity: rows(5, 50),
    description: 'Other open problems of the same unit; empty to whoever does not handle them.',
  })
  async others(@Ctx() ctx: Context, @Root() problem: ProblemObject): Promise<ProblemObject[]> {
    if (!mayHandle(ctx.actor, problem)) return [];
    return (await listOpenOfUnit(ctx, problem.unitId)).filter(({ id }) => id !== problem.id);
  }

  @FieldResolver(() => [BookingObject], {
    complexity: rows(10, 50),
    description:
      'Bookings of the unit before the expected end and, as at risk, up to a week behind it; the first 100, for those ' +
      'who handle the problem, none while the unit is not out of order.',
  })
  async bookings(@Ctx() ctx: Context, @Root() problem: ProblemObject): Promise<BookingObject[]> {
    if (!problem.endsAt || !mayHandle(ctx.actor, problem)) return [];
    return readBookingsUntil(ctx, problem.unitId, new Date(problem.endsAt.getTime() + riskDays * day));
  }
}

@Resolver(() => ProblemStepObject)
export class ProblemStepResolver {
  @FieldResolver(() => PersonObject, {
    nullable: true,
    description: 'Who did it; null for the clock, and once erased.',
  })
  async person(@Ctx() ctx: Context, @Root() { personId }: ProblemStepRow): Promise<PersonObject | null> {
    return personId === null ? null : ((await load(ctx, readPeople, personId)) ?? null);
  }
}

async function problemOf(ctx: Context, id: string): Promise<ProblemObject> {
  const problem = await findProblem(ctx, id);
  if (!problem) throw notFound();
  return problem;
}
