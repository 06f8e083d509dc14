import { defineEntity, p } from '@mikro-orm/core';
import { Unit } from '../../equipment/units/unit.entity.ts';

/**
 * A unit that is out of order. It always has an expected end; until then its free time is taken by occupancies of the
 * outage, also what becomes free meanwhile. The database allows one at a time (in the migration).
 */
const OutageSchema = defineEntity({
  name: 'Outage',
  properties: {
    id: p.uuid().primary(),
    unit: () => p.manyToOne(Unit).updateRule('cascade').deleteRule('cascade').index(),
    startsAt: p.datetime(),
    /** When it is expected to work again; moves on while nobody says that it does. */
    endsAt: p.datetime(),
    /** When it was lifted; null while it lasts. */
    liftedAt: p.datetime().nullable(),
  },
  checks: [{ name: 'outage_time_check', expression: 'starts_at < ends_at' }],
});
export class Outage extends OutageSchema.class {}
OutageSchema.setClass(Outage);
