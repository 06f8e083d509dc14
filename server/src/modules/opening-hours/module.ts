import { OpeningException, OpeningRule } from './hours/opening.entity.ts';

export const openingHours = {
  entities: [OpeningRule, OpeningException],
} as const;
