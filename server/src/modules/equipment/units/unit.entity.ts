import { defineEntity, p } from '@mikro-orm/core';
import { Equipment } from '../items/equipment.entity.ts';

const UnitSchema = defineEntity({
  name: 'Unit',
  properties: {
    id: p.uuid().primary(),
    equipment: () => p.manyToOne(Equipment).updateRule('cascade').deleteRule('cascade'),
    /** 1, 2, 3 … within the equipment; "any free one" takes the lowest. */
    position: p.smallint(),
    name: p.string().length(80).nullable(),
    /** Of the maker, where it is known. */
    serial: p.string().length(80).default(''),
    /** Stands on the machine; see `unit-code.rules.ts`. */
    code: p.string().length(6).unique().defaultRaw('talka_unit_code()'),
    withdrawnAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['equipment', 'position'] }],
});
export class Unit extends UnitSchema.class {}
UnitSchema.setClass(Unit);
