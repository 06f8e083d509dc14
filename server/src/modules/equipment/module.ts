import { FreeTimeResolver } from './availability/free-time.resolver.ts';
import { OpenTimeResolver } from './availability/open-time.resolver.ts';
import { WeekResolver } from './availability/week/week.resolver.ts';
import { EquipmentEditingResolver } from './editing/equipment-editing.resolver.ts';
import { EquipmentRecordResolver } from './editing/equipment-record.resolver.ts';
import { CentreEquipmentResolver } from './items/centre-equipment.resolver.ts';
import { Equipment } from './items/equipment.entity.ts';
import { equipmentEvents } from './items/equipment.events.ts';
import { EquipmentResolver } from './items/equipment.resolver.ts';
import { JoinWishResolver } from './items/join-wish.resolver.ts';
import { EquipmentSearchResolver } from './search/equipment-search.resolver.ts';
import { EquipmentSteward } from './stewards/steward.entity.ts';
import { SuggestionResolver } from './suggestions/suggestion.resolver.ts';
import { Unit } from './units/unit.entity.ts';
import { UnitCodeResolver } from './units/unit-code.resolver.ts';

export const equipment = {
  resolvers: [
    EquipmentResolver,
    CentreEquipmentResolver,
    JoinWishResolver,
    EquipmentSearchResolver,
    SuggestionResolver,
    FreeTimeResolver,
    OpenTimeResolver,
    WeekResolver,
    EquipmentRecordResolver,
    EquipmentEditingResolver,
    UnitCodeResolver,
  ],
  entities: [Equipment, Unit, EquipmentSteward],
  events: [...equipmentEvents],
} as const;
