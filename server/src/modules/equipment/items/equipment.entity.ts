import { defineEntity, p } from '@mikro-orm/core';
import { Centre } from '../../directory/centres/centre.entity.ts';
import type { AttributeValues } from '../../vocabulary/attributes/attribute.rules.ts';
import { EquipmentType } from '../../vocabulary/equipment-types/equipment-type.entity.ts';
import { approvalNeeds, bookingAudiences, equipmentEvidence, equipmentStates } from './equipment.enums.ts';

/** What is written about equipment in one language. */
export interface EquipmentTexts {
  readonly name: string;
  readonly description: string;
}

const EquipmentSchema = defineEntity({
  name: 'Equipment',
  properties: {
    id: p.uuid().primary(),
    centre: () => p.manyToOne(Centre).updateRule('cascade').deleteRule('cascade').index(),
    type: () => p.manyToOne(EquipmentType).updateRule('cascade').deleteRule('restrict').index(),
    /** The centre's own name for it; the type's name is shown where there is none. */
    name: p.string().length(160).nullable(),
    /** In the words of the source where `evidence` tells of one; where there are translations, one of them. */
    description: p.text().default(''),
    /** Name and description by BCP 47 tag, where they were written language by language. */
    translations: p.json<Record<string, EquipmentTexts>>().defaultRaw("'{}'"),
    /** Where in the centre it stands. */
    room: p.string().length(120).default(''),
    /** By the schema of its type. */
    attributes: p.json<AttributeValues>().defaultRaw("'{}'"),
    state: p.enum(equipmentStates).default('published'),
    evidence: p.enum(equipmentEvidence).nullable(),
    audience: p.enum(bookingAudiences).default('network'),
    approval: p.enum(approvalNeeds).default('none'),
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
    /** Not offered since then: withdrawn, or a draft that never was. */
    withdrawnAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  checks: [{ name: 'equipment_offered_check', expression: "(state = 'published') = (withdrawn_at is null)" }],
});
export class Equipment extends EquipmentSchema.class {}
EquipmentSchema.setClass(Equipment);
