import { expect, test } from 'vitest';
import { centreData, eventData, linkedDataText } from './linked-data.rules.ts';

const url = 'https://talka.example/lt/centres/technariumas';
const image = `${url}/picture.png`;
const centre = {
  name: 'Technariumas',
  summary: null,
  address: 'Švitrigailos g. 8',
  city: { name: 'Vilnius', country: { code: 'LT' } },
  point: { latitude: 54.67, longitude: 25.26 },
  website: null,
  contactEmail: null,
  contactPhone: '+370 600 00000',
  openingHours: [{ weekday: 7, opens: '16:00', closes: '24:00' }],
};

test('a centre tells search engines where it is and when it is open', () => {
  const told = JSON.parse(linkedDataText(centreData(centre, url, image)));
  expect(told).toMatchObject({
    '@context': 'https://schema.org',
    '@type': 'LocalBusiness',
    address: { streetAddress: 'Švitrigailos g. 8', addressLocality: 'Vilnius', addressCountry: 'LT' },
    telephone: '+370 600 00000',
    openingHoursSpecification: [{ dayOfWeek: 'https://schema.org/Sunday', opens: '16:00', closes: '23:59' }],
  });
  expect(told).not.toHaveProperty('description');
  expect(told).not.toHaveProperty('email');
});

const event = {
  title: 'Atviros dirbtuvės',
  excerpt: 'Ateikite </script>',
  language: 'lt',
  startsAt: '2026-12-04T16:00:00.000Z',
  endsAt: '2026-12-04T19:00:00.000Z',
  place: 'Keramikos salė',
  remote: true,
  city: { name: 'Vilnius' },
  centre: null,
  author: { person: { name: 'Aistė Petraitytė' }, actingFor: { name: 'UAB „Molio forma“' } },
};

test('an event tells when and where it is and whose', () => {
  expect(eventData(event, url, image)).toMatchObject({
    startDate: '2026-12-04T16:00:00.000Z',
    eventAttendanceMode: 'https://schema.org/MixedEventAttendanceMode',
    location: { name: 'Keramikos salė', address: 'Keramikos salė, Vilnius' },
    organizer: { '@type': 'Organization', name: 'UAB „Molio forma“' },
  });
});

test('what somebody wrote cannot end the element', () => {
  expect(linkedDataText(eventData(event, url, image))).not.toContain('</script>');
});
