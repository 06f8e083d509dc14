import { defineEntity, p } from '@mikro-orm/core';
import type { Attribute } from '../attributes/attribute.rules.ts';
import { equipmentGroups, inductionHabits } from './equipment-type.enums.ts';

const EquipmentTypeSchema = defineEntity({
  name: 'EquipmentType',
  properties: {
    key: p.string().length(60).primary(),
    /** The name by BCP 47 tag; `en` and `lt` are always there. */
    names: p.json<Record<string, string>>(),
    /** Beginnings of the words that people say for it and for what one does with it, folded, by BCP 47 tag. */
    words: p.json<Record<string, string[]>>().defaultRaw("'{}'"),
    /** What is said of machines of the type, in the order in which it is told. */
    attributes: p.json<Attribute[]>().defaultRaw("'[]'"),
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
