import { defineEntity, p } from '@mikro-orm/core';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Equipment } from '../../equipment/items/equipment.entity.ts';
import { Unit } from '../../equipment/units/unit.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';
import { closureKinds } from './closure.enums.ts';

/**
 * A stretch in which a centre, an equipment or one unit is not given out. What it takes stands in `occupancy`: all of
 * the stretch but for bookings that were kept, and their time too once they are gone.
 */
const ClosureSchema = defineEntity({
  name: 'Closure',
  properties: {
    id: p.uuid().primary(),
    centre: () => p.manyToOne(Centre).updateRule('cascade').deleteRule('cascade'),
    /** Set where it is of one equipment, or of one of its units. */
    equipment: () => p.manyToOne(Equipment).nullable().updateRule('cascade').deleteRule('cascade'),
    /** Set where it is of one unit. */
    unit: () => p.manyToOne(Unit).nullable().updateRule('cascade').deleteRule('cascade'),
    kind: p.enum(closureKinds),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** What people are told, by BCP 47 tag. */
    messages: p.json<Record<string, string>>().defaultRaw("'{}'"),
    createdAt: p.datetime(),
    createdBy: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null'),
    /** When the time was given back before its end. */
    liftedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['centre', 'endsAt'] }],
  checks: [
    { name: 'closure_order_check', expression: 'starts_at < ends_at' },
    { name: 'closure_unit_check', expression: 'unit_id is null or equipment_id is not null' },
  ],
});
export class Closure extends ClosureSchema.class {}
ClosureSchema.setClass(Closure);
