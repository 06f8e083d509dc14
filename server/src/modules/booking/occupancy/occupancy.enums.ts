/** What may occupy a unit's time. */
export const occupancyKinds = ['booking', 'hold', 'offer', 'maintenance', 'closure', 'training', 'outage'] as const;
export type OccupancyKind = (typeof occupancyKinds)[number];
