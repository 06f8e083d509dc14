import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '../../people/persons/person.entity.ts';
import { Equipment } from '../items/equipment.entity.ts';

/** Who looks after a machine, beside the staff of its centre: its problems are theirs first. */
const EquipmentStewardSchema = defineEntity({
  name: 'EquipmentSteward',
  tableName: 'equipment_steward',
  properties: {
    equipment: () => p.manyToOne(Equipment).primary().updateRule('cascade').deleteRule('cascade'),
    person: () => p.manyToOne(Person).primary().updateRule('cascade').deleteRule('cascade').index(),
    since: p.datetime(),
  },
});
export class EquipmentSteward extends EquipmentStewardSchema.class {}
EquipmentStewardSchema.setClass(EquipmentSteward);
