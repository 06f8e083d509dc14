import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { Costs } from '../../../platform/graphql/costs.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { EquipmentTypeType } from '../../vocabulary/equipment-types/equipment-type.type.ts';
import type { CentreModel } from '../centres/centre.enums.ts';
import { CentreType } from '../centres/centre.type.ts';
import { CentreModelEnum } from '../centres/centre-enums.type.ts';
import { CityType, CountryType } from '../cities/city.type.ts';

@Allow(asParent)
@ObjectType('CentreModelCount', { description: 'A model and how many centres have it.', simpleResolvers: true })
export class CentreModelCountType {
  @Field(() => CentreModelEnum, { description: 'The model.' })
  model: CentreModel;

  @Field(() => Int, { description: 'How many centres.' })
  count: number;
}

@Allow(asParent)
@ObjectType('CityCount', { description: 'A city and how many centres it has.', simpleResolvers: true })
export class CityCountType {
  @Field(() => CityType, { description: 'The city.' })
  city: CityType;

  @Field(() => Int, { description: 'How many centres.' })
  count: number;
}

@Allow(asParent)
@ObjectType('CountryCount', { description: 'A country and how many centres it has.', simpleResolvers: true })
export class CountryCountType {
  @Field(() => CountryType, { description: 'The country.' })
  country: CountryType;

  @Field(() => Int, { description: 'How many centres.' })
  count: number;
}

@Allow(asParent)
@ObjectType('EquipmentTypeCount', {
  description: 'A type of equipment and how many centres have it.',
  simpleResolvers: true,
})
export class EquipmentTypeCountType {
  @Field(() => EquipmentTypeType, { description: 'The type.' })
  equipmentType: EquipmentTypeType;

  @Field(() => Int, { description: 'How many centres.' })
  count: number;
}

@Allow(asParent)
@ObjectType('CentreFacets', {
  description: "How many centres each further choice would leave; a choice's own filter is left out.",
  simpleResolvers: true,
})
export class CentreFacetsType {
  @Costs({ weight: 100, rows: 10 })
  @Field(() => [CentreModelCountType], { description: 'By model, the most frequent first.' })
  models: () => Promise<CentreModelCountType[]>;

  @Costs({ weight: 100, rows: 30 })
  @Field(() => [CityCountType], { description: 'By city, the one with the most centres first.' })
  cities: () => Promise<CityCountType[]>;

  @Costs({ weight: 100, rows: 10 })
  @Field(() => [CountryCountType], { description: 'By country, the one with the most centres first.' })
  countries: () => Promise<CountryCountType[]>;

  @Costs({ weight: 100, rows: 50 })
  @Field(() => [EquipmentTypeCountType], { description: 'By type of equipment, the most frequent first.' })
  equipmentTypes: () => Promise<EquipmentTypeCountType[]>;
}

@Allow(asParent)
@ObjectType('CentreConnection', { description: 'One page of a list of centres.', simpleResolvers: true })
export class CentreConnectionType extends connectionOf('Centre', () => CentreType) {
  @Field(() => CentreFacetsType, { description: 'What further choices would leave; counted only where asked for.' })
  facets: CentreFacetsType;
}
