import { defineEntity, p } from '@mikro-orm/core';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { bookingAudiences, equipmentGroups, inductionHabits } from './equipment.rules.ts';

const EquipmentTypeSchema = defineEntity({
  name: 'EquipmentType',
  properties: {
    key: p.string().length(60).primary(),
    /** The name by BCP 47 tag; `en` and `lt` are always there. */
    names: p.json<Record<string, string>>(),
    group: p.enum(equipmentGroups),
    induction: p.enum(inductionHabits),
    /** The capability word of fablabs.io, where it has one. */
    capability: p.string().length(60).nullable(),
    /** A page that explains the type, the identifier that Open Know-Where uses. */
    reference: p.string().length(400).nullable(),
  },
});
export class EquipmentType extends EquipmentTypeSchema.class {}
EquipmentTypeSchema.setClass(EquipmentType);

const EquipmentSchema = defineEntity({
  name: 'Equipment',
  properties: {
    id: p.uuid().primary(),
    centre: () => p.manyToOne(Centre).updateRule('cascade').deleteRule('cascade').index(),
    type: () => p.manyToOne(EquipmentType).updateRule('cascade').deleteRule('restrict').index(),
    /** The centre's own name for it; the type's name is shown where there is none. */
    name: p.string().length(160).nullable(),
    description: p.text().default(''),
    audience: p.enum(bookingAudiences).default('network'),
    /** Bookings start on multiples of this many minutes after local midnight. */
    gridMinutes: p.smallint().default(30),
    minimumMinutes: p.integer().default(30),
    maximumMinutes: p.integer().default(240),
    /** A booking is made at least this long before it starts. */
    leadMinutes: p.integer().default(0),
    /** A booking starts at most this many days ahead. */
    horizonDays: p.integer().default(60),
    bufferBeforeMinutes: p.integer().default(0),
    bufferAfterMinutes: p.integer().default(0),
    withdrawnAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
});
export class Equipment extends EquipmentSchema.class {}
EquipmentSchema.setClass(Equipment);

const UnitSchema = defineEntity({
  name: 'Unit',
  properties: {
    id: p.uuid().primary(),
    equipment: () => p.manyToOne(Equipment).updateRule('cascade').deleteRule('cascade'),
    /** 1, 2, 3 … within the equipment; "any free one" takes the lowest. */
    position: p.smallint(),
    name: p.string().length(80).nullable(),
    withdrawnAt: p.datetime().nullable(),
  },
  uniques: [{ properties: ['equipment', 'position'] }],
});
export class Unit extends UnitSchema.class {}
UnitSchema.setClass(Unit);
