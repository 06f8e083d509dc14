import { defineEntity, p } from '@mikro-orm/core';
import { Equipment } from '../items/equipment.entity.ts';

/**
 * The next free time of an equipment, kept until something changes. Triggers (in the migration) forget it in the
 * transaction that may change it, whoever writes; the next reader finds it anew.
 */
const NextFreeSchema = defineEntity({
  name: 'NextFree',
  properties: {
    equipment: () => p.manyToOne(Equipment).primary().updateRule('cascade').deleteRule('cascade'),
    /** Grows with every change; an answer found from before a change is not kept. */
    version: p.integer().default(0),
    /** Whether the answer below stands. */
    known: p.boolean().default(false),
    /** Null where nothing is free within reach. The end is not cut at the reach, which moves on with the clock. */
    startsAt: p.datetime().nullable(),
    endsAt: p.datetime().nullable(),
    /** The first and the last moment at which the answer is true. */
    holdsFrom: p.datetime().nullable(),
    holdsUntil: p.datetime().nullable(),
  },
});
export class NextFree extends NextFreeSchema.class {}
NextFreeSchema.setClass(NextFree);
