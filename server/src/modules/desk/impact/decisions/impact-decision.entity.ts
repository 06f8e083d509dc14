import { defineEntity, p } from '@mikro-orm/core';
import { Booking } from '../../../booking/bookings/booking.entity.ts';
import { Closure } from '../../../booking/closures/closure.entity.ts';
import { Centre } from '../../../directory/centres/centre.entity.ts';
import { Unit } from '../../../equipment/units/unit.entity.ts';
import { Person } from '../../../people/persons/person.entity.ts';
import { impactCauses } from '../impact.enums.ts';
import { impactOutcomes } from './decision.enums.ts';

/** What was decided of a booking when something took its time: why it was kept, or whom the time is offered to again. */
const ImpactDecisionSchema = defineEntity({
  name: 'ImpactDecision',
  properties: {
    id: p.uuid().primary(),
    centre: () => p.manyToOne(Centre).updateRule('cascade').deleteRule('cascade').index(),
    booking: () => p.manyToOne(Booking).updateRule('cascade').deleteRule('cascade').index(),
    cause: p.enum(impactCauses),
    /** Set where a closure took it. */
    closure: () => p.manyToOne(Closure).nullable().updateRule('cascade').deleteRule('cascade').index(),
    outcome: p.enum(impactOutcomes),
    reason: p.string().length(400),
    /** What it had before, without buffers. */
    unit: () => p.manyToOne(Unit).updateRule('cascade').deleteRule('cascade'),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    decidedAt: p.datetime(),
    decidedBy: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null'),
  },
});
export class ImpactDecision extends ImpactDecisionSchema.class {}
ImpactDecisionSchema.setClass(ImpactDecision);
