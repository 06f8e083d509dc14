import type { EntityDTO } from '@mikro-orm/core';
import { Field, Float, ID, Int, ObjectType } from 'type-graphql';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import type { City, Country } from './city.entity.ts';

@Allow(everyone)
@ObjectType('Country', {
  description: 'A country with what its law and money mean for the platform.',
  simpleResolvers: true,
})
export class CountryObject implements Pick<EntityDTO<Country>, 'code' | 'digitalConsentAge' | 'currency'> {
  @Field(() => ID, { description: 'ISO 3166-1 alpha-2, such as LT.' })
  code: string;

  @Field(() => Int, { description: 'Age in years at which people may consent for themselves.' })
  digitalConsentAge: number;

  @Field(() => String, { description: 'ISO 4217, such as EUR.' })
  currency: string;
}

@Allow(everyone)
@ObjectType('City', { description: 'A city with creative centres.', simpleResolvers: true })
export class CityObject
  implements Pick<EntityDTO<City>, 'id' | 'slug' | 'name' | 'zone' | 'latitude' | 'longitude' | 'partner'>
{
  @Field(() => ID, { description: 'The id of the city.' })
  id: string;

  @Field(() => String, { description: 'The part of an address that stands for the city, such as vilnius.' })
  slug: string;

  @Field(() => String, { description: "The name in the reader's language where it has one, else its own name." })
  name: string;

  /** The field `country` reads it. */
  countryCode: string;

  @Field(() => String, { description: 'IANA time zone.' })
  zone: string;

  @Field(() => Float, { description: 'Degrees north of the equator, of the city centre.' })
  latitude: number;

  @Field(() => Float, { description: 'Degrees east of Greenwich, of the city centre.' })
  longitude: number;

  @Field(() => Boolean, { description: 'One of the eight cities of the founding action plan.' })
  partner: boolean;
}
