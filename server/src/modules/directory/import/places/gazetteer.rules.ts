import { fold } from '../../../../shared/text/slug.rules.ts';

/** What the platform must know of a country before a centre can be in it. */
export interface KnownCountry {
  /** ISO 3166-1 alpha-2. */
  readonly code: string;
  readonly digitalConsentAge: number;
  /** ISO 4217. */
  readonly currency: string;
  /** BCP 47. */
  readonly language: string;
}

/** A city that an import may name without describing it. */
export interface KnownCity {
  readonly slug: string;
  readonly name: string;
  /** Names in other languages by BCP 47 tag. */
  readonly names: Readonly<Record<string, string>>;
  readonly country: string;
  readonly zone: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly partner: boolean;
}

/** Countries and cities that an import can refer to. */
export interface Gazetteer {
  country(code: string): KnownCountry | null;
  /** A city by any of its names, in any case and with or without accents. */
  city(name: string, country: string): KnownCity | null;
}

/** A gazetteer of lists; of two cities with one name in a country the first wins. */
export function gazetteerOf(countries: readonly KnownCountry[], cities: readonly KnownCity[]): Gazetteer {
  const byCode = new Map(countries.map((country) => [country.code, country]));
  const byName = new Map<string, KnownCity>();
  for (const city of cities) {
    for (const name of [city.name, ...city.name.split(' / '), ...Object.values(city.names)]) {
      const key = keyOf(name, city.country);
      if (!byName.has(key)) byName.set(key, city);
    }
  }
  return {
    country: (code) => byCode.get(code) ?? null,
    city: (name, country) => byName.get(keyOf(name, country)) ?? null,
  };
}

function keyOf(name: string, country: string): string {
  return `${country} ${fold(name)}`;
}
