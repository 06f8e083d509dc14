import { Centre } from '../../src/modules/directory/centres/centre.entity.ts';
import type {
  AccessType,
  CentreModel,
  MembershipAccess,
  PointPrecision,
} from '../../src/modules/directory/centres/centre.enums.ts';
import { City, Country } from '../../src/modules/directory/cities/city.entity.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import { slugOf } from '../../src/shared/text/slug.rules.ts';
import type { World } from '../world.ts';
import { type Hours, makeHours } from './opening.ts';

/** Enters a country where it is not there yet; returns its code. */
export async function makeCountry(
  world: World,
  { code = 'LT', digitalConsentAge = 14, currency = 'EUR', language = 'lt' } = {},
): Promise<string> {
  const em = world.em();
  if (!(await em.findOne(Country, { code }))) {
    em.create(Country, { code, digitalConsentAge, currency, language });
    await em.flush();
  }
  return code;
}

export interface CityDraft {
  name?: string;
  slug?: string;
  names?: Record<string, string>;
  country?: string;
  zone?: string;
  latitude?: number;
  longitude?: number;
  partner?: boolean;
}

/** Enters a city (by default Vilnius) and its country where they are not there yet; returns the city's id. */
export async function makeCity(world: World, draft: CityDraft = {}): Promise<string> {
  const name = draft.name ?? 'Vilnius';
  const slug = draft.slug ?? slugOf(name);
  const known = await world.em().findOne(City, { slug });
  if (known) return known.id;
  const country = await makeCountry(world, { code: draft.country ?? 'LT' });
  const em = world.em();
  const city = em.create(City, {
    id: newId(),
    slug,
    name,
    names: draft.names ?? {},
    country: em.getReference(Country, country),
    zone: draft.zone ?? 'Europe/Vilnius',
    latitude: draft.latitude ?? 54.687,
    longitude: draft.longitude ?? 25.28,
    partner: draft.partner ?? false,
  });
  await em.flush();
  return city.id;
}

export interface CentreDraft {
  name?: string;
  slug?: string;
  /** Id of a city; Vilnius where left out. */
  city?: string;
  model?: CentreModel;
  summary?: string;
  summaryLanguage?: string;
  address?: string | null;
  /** Latitude and longitude; null for a centre without a point. */
  point?: readonly [number, number] | null;
  pointPrecision?: PointPrecision;
  /** The city's zone where left out. */
  zone?: string;
  languages?: string[];
  accessType?: AccessType | null;
  membershipAccess?: MembershipAccess;
  houseRules?: string;
  membershipBenefits?: string;
  membershipLanguage?: string;
  contactEmail?: string | null;
  contactPhone?: string | null;
  contactAnswers?: string | null;
  website?: string | null;
  /** Weekly hours; every day 08:00 to 20:00 where left out, never open where empty. */
  hours?: readonly Hours[];
}

/** Enters a centre with opening hours; returns its id. */
export async function makeCentre(world: World, draft: CentreDraft = {}): Promise<string> {
  const em = world.em();
  const city = await em.findOneOrFail(City, { id: draft.city ?? (await makeCity(world)) });
  const id = newId();
  const name = draft.name ?? `Centre ${id.slice(-6)}`;
  const point = draft.point === undefined ? [city.latitude, city.longitude] : draft.point;
  em.create(Centre, {
    id,
    slug: draft.slug ?? `${slugOf(name, 40)}-${id.slice(-6)}`,
    name,
    model: draft.model ?? 'makerspace',
    city,
    summary: draft.summary ?? '',
    summaryLanguage: draft.summaryLanguage ?? 'en',
    address: draft.address ?? null,
    latitude: point?.[0] ?? null,
    longitude: point?.[1] ?? null,
    pointPrecision: draft.pointPrecision ?? 'exact',
    zone: draft.zone ?? city.zone,
    currency: 'EUR',
    languages: draft.languages ?? ['lt'],
    accessType: draft.accessType ?? null,
    membershipAccess: draft.membershipAccess ?? 'elsewhere',
    houseRules: draft.houseRules ?? '',
    membershipBenefits: draft.membershipBenefits ?? '',
    membershipLanguage: draft.membershipLanguage ?? 'lt',
    contactEmail: draft.contactEmail ?? null,
    contactPhone: draft.contactPhone ?? null,
    contactAnswers: draft.contactAnswers ?? null,
    website: draft.website ?? null,
    createdAt: world.now,
  });
  await em.flush();
  await makeHours(world, { centre: id, hours: draft.hours });
  return id;
}
