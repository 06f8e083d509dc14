import { defineEntity, p } from '@mikro-orm/core';
import { City } from '../cities/city.entity.ts';
import { accessTypes, centreModels, membershipAccesses, pointPrecisions } from './centre.enums.ts';

const CentreSchema = defineEntity({
  name: 'Centre',
  properties: {
    id: p.uuid().primary(),
    slug: p.string().length(80).unique(),
    name: p.string().length(160),
    model: p.enum(centreModels),
    city: () => p.manyToOne(City).updateRule('cascade').deleteRule('restrict'),
    /** What the centre offers, in its own words or its source's, in `summaryLanguage`. */
    summary: p.text().default(''),
    summaryLanguage: p.string().length(16).default('en'),
    address: p.string().length(240).nullable(),
    latitude: p.float().columnType('double precision').nullable(),
    longitude: p.float().columnType('double precision').nullable(),
    pointPrecision: p.enum(pointPrecisions).default('approximate'),
    /** IANA zone; opening hours and booking rules are wall-clock times in it. */
    zone: p.string().length(64),
    /** ISO 4217. */
    currency: p.character().length(3),
    /** BCP 47 tags of the languages spoken at the centre, its main one first. */
    languages: p.array<string>(),
    accessType: p.enum(accessTypes).nullable(),
    membershipAccess: p.enum(membershipAccesses).default('elsewhere'),
    /** What every member keeps to, in the words of the centre, and what one may do as a member. */
    houseRules: p.text().default(''),
    membershipBenefits: p.text().default(''),
    /** BCP 47 tag of the language of house rules, benefits and `contactAnswers`. */
    membershipLanguage: p.string().length(16).default('en'),
    /** How people reach the centre, as it wants to be reached; what is null is not shown. */
    contactEmail: p.string().length(254).nullable(),
    contactPhone: p.string().length(40).nullable(),
    /** When it answers, in its words. */
    contactAnswers: p.string().length(240).nullable(),
    legalForm: p.string().length(160).nullable(),
    owner: p.string().length(160).nullable(),
    fundingMix: p.string().length(240).nullable(),
    governance: p.string().length(240).nullable(),
    staffCount: p.integer().nullable(),
    /** Floor space in square metres. */
    floorArea: p.integer().nullable(),
    foundedYear: p.smallint().nullable(),
    website: p.string().length(400).nullable(),
    /** Where the facts come from. */
    source: p.string().length(400).nullable(),
    /** The key of this centre in the list it was imported from. */
    sourceKey: p.string().length(120).nullable().unique(),
    /** The last day somebody confirmed the facts. */
    verifiedOn: p.date().nullable(),
    createdAt: p.datetime(),
    version: p.integer().version(),
  },
  indexes: [{ properties: ['city'] }],
});
export class Centre extends CentreSchema.class {}
CentreSchema.setClass(Centre);
