import { OpeningException, OpeningRule } from './hours/opening.entity.ts';
import { openingHoursChanged } from './hours/opening-hours.events.ts';

export const openingHours = {
  entities: [OpeningRule, OpeningException],
  events: [openingHoursChanged],
} as const;
