import type { graphql } from '#lib/api/graphql.ts';

/** Rules of booking as the API takes them. */
export type Rules = ReturnType<typeof graphql.scalar<'BookingRulesInput'>>;

export const audiences = ['MEMBERS', 'NETWORK', 'EVERYONE'] as const;
/** Starts that people can say, in minutes. */
export const grids = [5, 10, 15, 20, 30, 60, 120, 180, 240, 360, 480, 720, 1440];

const numbers = [
  'minimumMinutes',
  'maximumMinutes',
  'leadMinutes',
  'horizonDays',
  'bufferBeforeMinutes',
  'bufferAfterMinutes',
] as const;
export type NumberRule = (typeof numbers)[number];

/** A whole number as it was typed; what is none counts as one that the API refuses. */
const whole = (typed: string | undefined): number => (/^\d{1,6}$/.test(typed?.trim() ?? '') ? Number(typed) : -1);

/** The rules that a form sent. */
export function inputOfRules(typed: Partial<Record<string, string>>): Rules {
  const given = Object.fromEntries(numbers.map((name) => [name, whole(typed[name])])) as Record<NumberRule, number>;
  return {
    audience: audiences.find((each) => each === typed.audience) ?? 'MEMBERS',
    approval: typed.approval === 'EVERYONE' ? 'EVERYONE' : 'NONE',
    gridMinutes: whole(typed.gridMinutes),
    ...given,
  };
}
