import {
  AffectedBookingResolver,
  OpeningHoursImpactResolver,
} from './opening-hours/impact/opening-hours-impact.resolver.ts';
import { OpeningHoursResolver } from './opening-hours/opening-hours.resolver.ts';

export const desk = {
  resolvers: [OpeningHoursResolver, OpeningHoursImpactResolver, AffectedBookingResolver],
} as const;
