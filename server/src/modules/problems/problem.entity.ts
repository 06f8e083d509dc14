import { defineEntity, p } from '@mikro-orm/core';
import { Outage } from '../booking/outages/outage.entity.ts';
import { Unit } from '../equipment/units/unit.entity.ts';
import { Person } from '../people/persons/person.entity.ts';
import { problemKinds, problemStates, problemStepKinds } from './problem.enums.ts';

/** Something that somebody found wrong with a unit. */
const ProblemSchema = defineEntity({
  name: 'Problem',
  properties: {
    id: p.uuid().primary(),
    unit: () => p.manyToOne(Unit).updateRule('cascade').deleteRule('cascade').index(),
    kind: p.enum(problemKinds),
    state: p.enum(problemStates).default('reported'),
    /** In the words of whoever reported it; empty once their account is erased. */
    words: p.string().length(2000),
    /** Null once the account is erased. */
    reporter: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null').index(),
    reportedAt: p.datetime(),
    /** Who does something about it. */
    assignee: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null').index(),
    /** What it put out of order, also once that was lifted. */
    outage: () => p.manyToOne(Outage).nullable().updateRule('cascade').deleteRule('set null').index(),
    /** The problem that it turned out to be the same as. */
    sameAsId: p.uuid().nullable().index(),
    closedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['state', 'reportedAt'] }],
});
export class Problem extends ProblemSchema.class {}
ProblemSchema.setClass(Problem);

/** What was done about a problem, in its order. */
const ProblemStepSchema = defineEntity({
  name: 'ProblemStep',
  tableName: 'problem_step',
  properties: {
    id: p.uuid().primary(),
    problem: () => p.manyToOne(Problem).updateRule('cascade').deleteRule('cascade').index(),
    at: p.datetime(),
    /** Null for the clock, and once the account is erased. */
    person: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null').index(),
    kind: p.enum(problemStepKinds),
    words: p.string().length(2000).default(''),
    /** The expected end after it, where it set one. */
    endsAt: p.datetime().nullable(),
  },
});
export class ProblemStep extends ProblemStepSchema.class {}
ProblemStepSchema.setClass(ProblemStep);
