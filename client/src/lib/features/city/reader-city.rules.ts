/** A city of the network, as far as choosing one needs. */
export interface NetworkCity {
  readonly slug: string;
  readonly name: string;
  readonly zone: string;
  /** One of the founding cities. */
  readonly partner: boolean;
  readonly centreCount: number;
}

/** What tells in which city somebody is; slugs. */
export interface Clues {
  readonly asked: string | null;
  /** Their last choice. */
  readonly remembered: string | undefined;
  /** Cities of the centres that they are a member of. */
  readonly memberOf: readonly string[];
  /** Their IANA zone. */
  readonly zone: string;
}

export interface CityChoice<City> {
  /** Undefined where no city has a centre. */
  readonly city: City | undefined;
  /** What they asked for and cannot be shown: a city without centres by its name, or no city at all. */
  readonly missing?: { readonly name: string; readonly known: boolean };
}

/** The city that is known to be a reader's own: what they chose last, belong to, or have the clock of. */
export function ownCity<City extends NetworkCity>(
  cities: readonly City[],
  { remembered, memberOf, zone }: Omit<Clues, 'asked'>,
): City | undefined {
  const shown = cities.filter(({ centreCount }) => centreCount > 0);
  const by = (slug: string | undefined) => shown.find((city) => city.slug === slug);
  return by(remembered) ?? memberOf.map(by).find(Boolean) ?? largest(shown.filter((city) => city.zone === zone));
}

/** The city whose workshops somebody sees first: what they ask for, chose last, belong to, or live near. */
export function chooseCity<City extends NetworkCity>(cities: readonly City[], clues: Clues): CityChoice<City> {
  const shown = cities.filter(({ centreCount }) => centreCount > 0);
  const by = (slug: string | undefined) => shown.find((city) => city.slug === slug);
  const { asked } = clues;
  const usual = ownCity(cities, clues) ?? largest(shown);
  if (!asked) return { city: usual };
  const city = by(asked);
  if (city) return { city };
  const known = cities.find(({ slug }) => slug === asked);
  return { city: usual, missing: { name: known?.name ?? asked, known: known !== undefined } };
}

/** A founding one with the most centres. */
function largest<City extends NetworkCity>(cities: readonly City[]): City | undefined {
  return cities.toSorted((a, b) => Number(b.partner) - Number(a.partner) || b.centreCount - a.centreCount)[0];
}
