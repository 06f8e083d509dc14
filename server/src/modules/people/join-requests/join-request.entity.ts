import { defineEntity, p } from '@mikro-orm/core';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Equipment } from '../../equipment/items/equipment.entity.ts';
import { Person } from '../persons/person.entity.ts';
import { joinRequestStates } from './join-request.enums.ts';

const JoinRequestSchema = defineEntity({
  name: 'JoinRequest',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).updateRule('cascade').deleteRule('cascade'),
    centre: () => p.manyToOne(Centre).updateRule('cascade').deleteRule('cascade'),
    /** What the person tells the staff. */
    message: p.string().length(1000).default(''),
    state: p.enum(joinRequestStates),
    /** Why it was declined, for the person to read. */
    reason: p.string().length(400).nullable(),
    /** What the person would book as a member, if they said. */
    wishEquipment: () => p.manyToOne(Equipment).nullable().updateRule('cascade').deleteRule('set null'),
    wishStartsAt: p.datetime().nullable(),
    wishEndsAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    decidedAt: p.datetime().nullable(),
    /** Null where nobody had to decide: it was withdrawn, or the centre takes everybody at once. */
    decidedBy: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null'),
    version: p.integer().version(),
  },
  indexes: [
    { properties: ['person', 'createdAt', 'id'] },
    { properties: ['centre', 'state', 'createdAt', 'id'] },
    { properties: ['wishEquipment'] },
    { properties: ['decidedBy'] },
  ],
  checks: [
    { name: 'join_request_decided_check', expression: "(state = 'sent') = (decided_at is null)" },
    { name: 'join_request_reason_check', expression: "(state = 'declined') = (reason is not null)" },
    { name: 'join_request_wish_check', expression: 'wish_starts_at < wish_ends_at' },
  ],
});
export class JoinRequest extends JoinRequestSchema.class {}
JoinRequestSchema.setClass(JoinRequest);
