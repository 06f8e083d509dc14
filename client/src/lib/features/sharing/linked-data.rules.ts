/** A thing of schema.org, as search engines read it. */
export type LinkedData = Readonly<Record<string, unknown>>;

/** Written so that no text in it can end the element that holds it. */
export const linkedDataText = (data: LinkedData): string =>
  JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', '\\u003c');

export interface KnownCentre {
  readonly name: string;
  readonly summary: string | null;
  readonly address: string | null;
  readonly city: { readonly name: string; readonly country: { readonly code: string } };
  readonly point: { readonly latitude: number; readonly longitude: number } | null;
  readonly website: string | null;
  readonly contactEmail: string | null;
  readonly contactPhone: string | null;
  readonly openingHours: readonly { readonly weekday: number; readonly opens: string; readonly closes: string }[];
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** Midnight at the end of a day, which schema.org writes as its last minute. */
const closing = (time: string) => (time === '24:00' ? '23:59' : time);

export function centreData(centre: KnownCentre, url: string, image: string): LinkedData {
  const { name, summary, address, city, point, website, contactEmail, contactPhone } = centre;
  return {
    '@type': 'LocalBusiness',
    '@id': url,
    ...{ name, url, image },
    description: summary ?? undefined,
    address: {
      '@type': 'PostalAddress',
      streetAddress: address ?? undefined,
      addressLocality: city.name,
      addressCountry: city.country.code,
    },
    geo: point ? { '@type': 'GeoCoordinates', latitude: point.latitude, longitude: point.longitude } : undefined,
    email: contactEmail ?? undefined,
    telephone: contactPhone ?? undefined,
    sameAs: website ?? undefined,
    openingHoursSpecification: centre.openingHours.map(({ weekday, opens, closes }) => ({
      '@type': 'OpeningHoursSpecification',
      dayOfWeek: `https://schema.org/${weekdays[weekday - 1]}`,
      opens,
      closes: closing(closes),
    })),
  };
}

export interface KnownEvent {
  readonly title: string;
  readonly excerpt: string;
  readonly language: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly place: string | null;
  readonly remote: boolean;
  readonly city: { readonly name: string };
  readonly centre: { readonly name: string } | null;
  readonly author: {
    readonly person: { readonly name: string } | null;
    readonly actingFor: { readonly name: string } | null;
  };
}

export function eventData(event: KnownEvent, url: string, image: string): LinkedData {
  const { title, excerpt, language, startsAt, endsAt, place, remote, city, centre, author } = event;
  const name = author.actingFor?.name ?? author.person?.name;
  return {
    '@type': 'Event',
    '@id': url,
    name: title,
    description: excerpt,
    inLanguage: language,
    ...{ url, image },
    startDate: startsAt,
    endDate: endsAt,
    eventStatus: 'https://schema.org/EventScheduled',
    eventAttendanceMode: `https://schema.org/${remote ? 'Mixed' : 'Offline'}EventAttendanceMode`,
    location: {
      '@type': 'Place',
      name: centre?.name ?? place ?? city.name,
      address: [place, city.name].filter(Boolean).join(', '),
    },
    organizer: name ? { '@type': author.actingFor ? 'Organization' : 'Person', name } : undefined,
  };
}
