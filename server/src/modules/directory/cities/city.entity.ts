import { defineEntity, p } from '@mikro-orm/core';

const CountrySchema = defineEntity({
  name: 'Country',
  properties: {
    /** ISO 3166-1 alpha-2. */
    code: p.character().length(2).primary(),
    /** Age at which a person may consent for themselves (GDPR article 8, national law). */
    digitalConsentAge: p.smallint(),
    /** ISO 4217. */
    currency: p.character().length(3),
    /** BCP 47. */
    language: p.string().length(16),
  },
});
export class Country extends CountrySchema.class {}
CountrySchema.setClass(Country);

const CitySchema = defineEntity({
  name: 'City',
  properties: {
    id: p.uuid().primary(),
    slug: p.string().length(80).unique(),
    /** The name in the city's own language. */
    name: p.string().length(120),
    /** Names in other languages, by BCP 47 tag, only where they differ. */
    names: p.json<Record<string, string>>().defaultRaw("'{}'"),
    country: () => p.manyToOne(Country).updateRule('cascade').deleteRule('restrict'),
    /** IANA zone. */
    zone: p.string().length(64),
    latitude: p.float().columnType('double precision'),
    longitude: p.float().columnType('double precision'),
    /** One of the eight cities of the founding action plan. */
    partner: p.boolean().default(false),
  },
});
export class City extends CitySchema.class {}
CitySchema.setClass(City);
