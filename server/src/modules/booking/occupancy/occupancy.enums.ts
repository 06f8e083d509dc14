/** What may occupy a unit's time. */
export const occupancyKinds = ['booking', 'maintenance', 'closure', 'training'] as const;
export type OccupancyKind = (typeof occupancyKinds)[number];
