import { defineEntity, p } from '@mikro-orm/core';
import { Equipment } from '../../equipment/items/equipment.entity.ts';
import { Unit } from '../../equipment/units/unit.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';
import { Booking } from '../bookings/booking.entity.ts';
import { offerKinds, offerStates } from './offer.enums.ts';

/** Time kept for somebody whose booking had to give way, until they choose. */
const OfferSchema = defineEntity({
  name: 'Offer',
  properties: {
    id: p.uuid().primary(),
    kind: p.enum(offerKinds),
    /** What had to give way. */
    booking: () => p.manyToOne(Booking).updateRule('cascade').deleteRule('cascade').index(),
    person: () => p.manyToOne(Person).updateRule('cascade').deleteRule('cascade').index(),
    equipment: () => p.manyToOne(Equipment).updateRule('cascade').deleteRule('cascade'),
    unit: () => p.manyToOne(Unit).updateRule('cascade').deleteRule('cascade'),
    /** The offered time, without buffers. */
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    /** What those who offer it say. */
    message: p.string().length(400).default(''),
    state: p.enum(offerStates),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
    answeredAt: p.datetime().nullable(),
  },
  checks: [{ name: 'offer_order_check', expression: 'starts_at < ends_at' }],
});
export class Offer extends OfferSchema.class {}
OfferSchema.setClass(Offer);
