import {
  BookingRiskResolver,
  EquipmentFiguresResolver,
  EquipmentProblemsResolver,
  ProblemNoticeResolver,
} from './equipment-problems.resolver.ts';
import { overdueOutages } from './overdue/overdue-outages.job.ts';
import { Problem, ProblemStep } from './problem.entity.ts';
import { problemEvents } from './problem.events.ts';
import { ProblemResolver, ProblemStepResolver } from './problem.resolver.ts';

export const problems = {
  resolvers: [
    ProblemResolver,
    ProblemStepResolver,
    EquipmentProblemsResolver,
    ProblemNoticeResolver,
    EquipmentFiguresResolver,
    BookingRiskResolver,
  ],
  entities: [Problem, ProblemStep],
  queues: [overdueOutages],
  events: [...problemEvents],
} as const;
