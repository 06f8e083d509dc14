import { defineEntity, p } from '@mikro-orm/core';
import { centreRoles } from '../../../access/roles.enums.ts';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { City } from '../../directory/cities/city.entity.ts';
import { Organisation } from '../../organisations/profile/organisation.entity.ts';
import { Person } from '../persons/person.entity.ts';

const MembershipSchema = defineEntity({
  name: 'Membership',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).updateRule('cascade').deleteRule('cascade'),
    centre: () => p.manyToOne(Centre).updateRule('cascade').deleteRule('cascade').index(),
    role: p.enum(centreRoles),
    validFrom: p.datetime(),
    validUntil: p.datetime().nullable(),
    /** Why the staff ended it, for the person to read, and who of them did. */
    endReason: p.string().length(400).nullable(),
    endedBy: () => p.manyToOne(Person).nullable().updateRule('cascade').deleteRule('set null').index(),
  },
  uniques: [{ properties: ['person', 'centre'] }],
});
export class Membership extends MembershipSchema.class {}
MembershipSchema.setClass(Membership);

const MandateSchema = defineEntity({
  name: 'Mandate',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).updateRule('cascade').deleteRule('cascade'),
    organisation: () => p.manyToOne(Organisation).updateRule('cascade').deleteRule('cascade').index(),
    validFrom: p.datetime(),
    validUntil: p.datetime().nullable(),
  },
  uniques: [{ properties: ['person', 'organisation'] }],
});
export class Mandate extends MandateSchema.class {}
MandateSchema.setClass(Mandate);

const CityCoordinatorSchema = defineEntity({
  name: 'CityCoordinator',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).updateRule('cascade').deleteRule('cascade'),
    city: () => p.manyToOne(City).updateRule('cascade').deleteRule('cascade').index(),
    validFrom: p.datetime(),
    validUntil: p.datetime().nullable(),
  },
  uniques: [{ properties: ['person', 'city'] }],
});
export class CityCoordinator extends CityCoordinatorSchema.class {}
CityCoordinatorSchema.setClass(CityCoordinator);
