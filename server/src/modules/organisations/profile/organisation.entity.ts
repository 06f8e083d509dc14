import { defineEntity, p } from '@mikro-orm/core';
import { City } from '../../directory/cities/city.entity.ts';
import { sizeClasses } from './organisation.enums.ts';

const OrganisationSchema = defineEntity({
  name: 'Organisation',
  properties: {
    id: p.uuid().primary(),
    slug: p.string().length(80).unique(),
    name: p.string().length(160),
    city: () => p.manyToOne(City).updateRule('cascade').deleteRule('restrict').index(),
    sizeClass: p.enum(sizeClasses),
    summary: p.text().default(''),
    website: p.string().length(400).nullable(),
    /** An invented organisation of the demonstration network. */
    demonstration: p.boolean().default(false),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
});
export class Organisation extends OrganisationSchema.class {}
OrganisationSchema.setClass(Organisation);
