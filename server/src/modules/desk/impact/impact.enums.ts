/** What can take time away from those who booked it. */
export const impactCauses = [
  'hours',
  'closure',
  'block',
  'out_of_order',
  'withdrawal',
  'suspension',
  'end_of_term',
  'zone',
] as const;
export type ImpactCauseKind = (typeof impactCauses)[number];

/** What staff may decide about a booking that loses its time. */
export const impactActions = ['keep', 'move', 'offer', 'cancel'] as const;
export type ImpactAction = (typeof impactActions)[number];
