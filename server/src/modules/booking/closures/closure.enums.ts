/** Why staff take time of units away. */
export const closureKinds = ['closure', 'maintenance', 'training', 'out_of_order'] as const;
export type ClosureKind = (typeof closureKinds)[number];
