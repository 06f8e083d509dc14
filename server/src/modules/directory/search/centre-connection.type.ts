import { Field, Int, ObjectType } from 'type-graphql';
import { anotherSearch } from '../../../platform/graphql/complexity.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { EquipmentTypeObject } from '../../vocabulary/equipment-types/equipment-type.type.ts';
import type { CentreModel } from '../centres/centre.enums.ts';
import { CentreObject } from '../centres/centre.type.ts';
import { CentreModelEnum } from '../centres/centre-enums.type.ts';
import { CityObject, CountryObject } from '../cities/city.type.ts';

@Allow(asParent)
@ObjectType('CentreModelCount', { description: 'A model and how many centres have it.', simpleResolvers: true })
export class CentreModelCountObject {
  @Field(() => CentreModelEnum, { description: 'The model.' })
  model: CentreModel;

  @Field(() => Int, { description: 'How many centres.' })
  count: number;
}

@Allow(asParent)
@ObjectType('CityCount', { description: 'A city and how many centres it has.', simpleResolvers: true })
export class CityCountObject {
  @Field(() => CityObject, { description: 'The city.' })
  city: CityObject;

  @Field(() => Int, { description: 'How many centres.' })
  count: number;
}

@Allow(asParent)
@ObjectType('CountryCount', { description: 'A country and how many centres it has.', simpleResolvers: true })
export class CountryCountObject {
  @Field(() => CountryObject, { description: 'The country.' })
  country: CountryObject;

  @Field(() => Int, { description: 'How many centres.' })
  count: number;
}

@Allow(asParent)
@ObjectType('EquipmentTypeCount', {
  description: 'A type of equipment and how many centres have it.',
  simpleResolvers: true,
})
export class EquipmentTypeCountObject {
  @Field(() => EquipmentTypeObject, { description: 'The type.' })
  equipmentType: EquipmentTypeObject;

  @Field(() => Int, { description: 'How many centres.' })
  count: number;
}

@Allow(asParent)
@ObjectType('CentreFacets', {
  description: "How many centres each further choice would leave; a choice's own filter is left out.",
  simpleResolvers: true,
})
export class CentreFacetsObject {
  @Field(() => [CentreModelCountObject], {
    complexity: anotherSearch,
    description: 'By model, the most frequent first.',
  })
  models: () => Promise<CentreModelCountObject[]>;

  @Field(() => [CityCountObject], {
    complexity: anotherSearch,
    description: 'By city, the one with the most centres first.',
  })
  cities: () => Promise<CityCountObject[]>;

  @Field(() => [CountryCountObject], {
    complexity: anotherSearch,
    description: 'By country, the one with the most centres first.',
  })
  countries: () => Promise<CountryCountObject[]>;

  @Field(() => [EquipmentTypeCountObject], {
    complexity: anotherSearch,
    description: 'By type of equipment, the most frequent first.',
  })
  equipmentTypes: () => Promise<EquipmentTypeCountObject[]>;
}

@Allow(asParent)
@ObjectType('CentreConnection', { description: 'One page of a list of centres.', simpleResolvers: true })
export class CentreConnectionObject extends connectionOf('Centre', () => CentreObject) {
  @Field(() => CentreFacetsObject, { description: 'What further choices would leave; counted only where asked for.' })
  facets: CentreFacetsObject;
}
