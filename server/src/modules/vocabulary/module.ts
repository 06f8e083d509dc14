import { EquipmentType } from './equipment-types/equipment-type.entity.ts';
import { EquipmentTypeResolver } from './equipment-types/equipment-type.resolver.ts';

export const vocabulary = {
  resolvers: [EquipmentTypeResolver],
  entities: [EquipmentType],
} as const;
