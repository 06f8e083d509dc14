/** In which order a search may list equipment. */
export const equipmentOrders = ['nearest', 'soonest', 'name'] as const;
export type EquipmentOrder = (typeof equipmentOrders)[number];
