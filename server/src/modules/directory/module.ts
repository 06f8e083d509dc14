import { Centre } from './centres/centre.entity.ts';
import { CentreResolver } from './centres/centre.resolver.ts';
import { City, Country } from './cities/city.entity.ts';
import { CityResolver, CountryResolver } from './cities/city.resolver.ts';
import { CentrePointsResolver } from './map/centre-points.resolver.ts';

export const directory = {
  resolvers: [CentreResolver, CentrePointsResolver, CityResolver, CountryResolver],
  entities: [Country, City, Centre],
} as const;
