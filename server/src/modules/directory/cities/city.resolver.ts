import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { countryProblem } from '../search/place-filter.rules.ts';
import { countCentresOf, listCities, readCountries } from './city.reader.ts';
import { CityObject, CountryObject } from './city.type.ts';

@Resolver(() => CityObject)
export class CityResolver {
  @Allow(everyone)
  @Query(() => [CityObject], { complexity: rows(30, 50), description: 'The cities of the network by name.' })
  cities(
    @Ctx() ctx: Context,
    @Arg('country', () => String, { nullable: true, description: 'Only of this country, ISO 3166-1 alpha-2.' })
    country: string | null,
  ): Promise<CityObject[]> {
    const problems = countryProblem('country', country);
    if (problems.length > 0) throw badInput(problems);
    return listCities(ctx, country?.toUpperCase());
  }

  @FieldResolver(() => CountryObject, { description: 'The country it lies in.' })
  async country(@Ctx() ctx: Context, @Root() city: CityObject): Promise<CountryObject> {
    const country = await load(ctx, readCountries, city.countryCode);
    if (!country) throw notFound();
    return country;
  }

  @FieldResolver(() => Int, { description: 'How many centres it has.' })
  async centreCount(@Ctx() ctx: Context, @Root() city: CityObject): Promise<number> {
    return (await load(ctx, countCentresOf, city.id)) ?? 0;
  }
}

@Resolver(() => CountryObject)
export class CountryResolver {
  @FieldResolver(() => String, { description: "The country's name in the reader's language." })
  name(@Ctx() ctx: Context, @Root() country: CountryObject): string {
    return new Intl.DisplayNames([ctx.locale, 'en'], { type: 'region' }).of(country.code) ?? country.code;
  }
}
