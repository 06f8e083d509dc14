import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { type CityRow, readCities } from '../../directory/cities/city.reader.ts';
import { CityObject } from '../../directory/cities/city.type.ts';
import { OrganisationObject } from './organisation.type.ts';

@Resolver(() => OrganisationObject)
export class OrganisationResolver {
  @FieldResolver(() => CityObject, { description: 'Where it is at home.' })
  city(@Root() organisation: OrganisationObject, @Ctx() ctx: Context): Promise<CityRow | undefined> {
    return load(ctx, readCities, organisation.cityId);
  }
}
