/** What became of a booking that lost its time; one under way is only shortened. */
export const impactOutcomes = ['kept', 'moved', 'offered', 'cancelled', 'shortened'] as const;
export type ImpactOutcome = (typeof impactOutcomes)[number];
