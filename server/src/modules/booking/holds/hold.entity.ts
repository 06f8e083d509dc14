import { defineEntity, p } from '@mikro-orm/core';
import { Equipment } from '../../equipment/items/equipment.entity.ts';
import { Unit } from '../../equipment/units/unit.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';
import { holdStates } from './hold.enums.ts';

/** Time kept for a few minutes for somebody who is not able to book it yet, such as while they sign up. */
const HoldSchema = defineEntity({
  name: 'Hold',
  properties: {
    id: p.uuid().primary(),
    /** Of the secret that a browser shows for it. */
    tokenHash: p.string().length(64).unique('hold_token_hash_unique'),
    /** Whose it is, once somebody signed in with it; one has at most one that stands, see the migration. */
    person: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('cascade'),
    equipment: () => p.manyToOne(Equipment).updateRule('cascade').deleteRule('cascade'),
    unit: () => p.manyToOne(Unit).updateRule('cascade').deleteRule('cascade'),
    /** The held time, without buffers. */
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    state: p.enum(holdStates),
  },
  checks: [{ name: 'hold_order_check', expression: 'starts_at < ends_at' }],
});
export class Hold extends HoldSchema.class {}
HoldSchema.setClass(Hold);
