/** How many of each at a scale; 1 is the size that the platform is made for. */
export function layout(scale, days) {
  const centres = Math.max(10, Math.round(5000 * scale));
  const equipment = centres * 10;
  const units = equipment * 2;
  return { centres, equipment, units, bookings: units * days * 2, people: centres * 20, posts: centres * 200 };
}

const day = 86_400_000;
/** Spreads numbers evenly and always in the same way. */
const mixed = (number, below) => Math.floor((Math.imul(number, 0x9e3779b1) >>> 0) / (0x100000000 / below));
/**
 * Ids that follow from a kind and a number, so that rows refer to each other without being looked up. They begin with
 * what is mixed: GiST tells ids apart by their first bits only, and would go through half of an index for one unit.
 */
const kinds = { centre: 1, equipment: 2, unit: 3, booking: 4, person: 5, post: 6, occupancy: 7, rule: 8, exception: 9 };
const hex = (number, digits) => number.toString(16).padStart(digits, '0');
const id = (kind, number) => `${hex(mixed(number, 0x100000000), 8)}-${kinds[kind]}000-4000-8000-${hex(number, 12)}`;

const words =
  'laser oak workshop offcuts birch kiln glaze loom felt print poster archive choir mural robot sensor sewing denim clay plywood concrete lamp bench frame stage light film sound mould resin'.split(
    ' ',
  );
const phrase = (number, length) =>
  Array.from({ length }, (_, index) => words[mixed(number * 31 + index * 7, words.length)]).join(' ');

/** What to load, in parts: for each table its columns, then lines as COPY reads them. Today is the day it began. */
export function steps(sizes, { cities, types, member, begun }) {
  const today = Math.floor(begun / day) * day;
  const at = (instant) => new Date(instant).toISOString();
  const now = at(today);
  const count = (total, size, part) => Math.max(0, Math.min(size, total - part * size));
  function* some(total, size, part, columns, line) {
    yield columns;
    const first = part * size;
    for (let index = 0; index < count(total, size, part); index += 1) yield* [line(first + index)].flat();
  }
  const step = (name, total, size, tables) => ({
    name,
    parts: Math.ceil(total / size),
    rows: (part) =>
      Object.fromEntries(
        Object.entries(tables).map(([table, [columns, line]]) => [table, some(total, size, part, columns, line)]),
      ),
  });
  const cityOf = (centre) => cities[centre % cities.length];
  const centre = (n) => {
    const city = cityOf(n);
    const [north, east] = [(mixed(n, 1000) - 500) / 5000, (mixed(n * 7, 1000) - 500) / 3000];
    return `${id('centre', n)}\tscale-${n}\tCentre ${n} ${phrase(n, 2)}\tmakerspace\t${city.id}\t${phrase(n, 12)}\t${city.latitude + north}\t${city.longitude + east}\t${city.zone}\tEUR\t{lt,en}\t${now}`;
  };
  const weekly = (n) =>
    [1, 2, 3, 4, 5, 6].map((weekday) => `${id('rule', n * 7 + weekday)}\t${id('centre', n)}\t${weekday}\t08:00\t20:00`);
  const equipment = (n) =>
    `${id('equipment', n)}\t${id('centre', Math.floor(n / 10))}\t${types[n % types.length]}\t${phrase(n, 2)} ${n}\t${phrase(n, 8)}\t${['everyone', 'network', 'members'][n % 3]}\t${now}`;
  /** Twice a day, at an hour of the morning and one of the afternoon, each an hour or two long. */
  const perUnit = sizes.bookings / sizes.units;
  const daysBefore = Math.floor(perUnit * 0.35);
  const bookingsOf = (unit, line) =>
    Array.from({ length: perUnit }, (_, index) => {
      const number = unit * perUnit + index;
      const date = today + (Math.floor(index / 2) - daysBefore) * day;
      const start = date + ((index % 2 ? 12 : 7) + mixed(number, 3)) * 3_600_000;
      return line(number, start, start + (1 + mixed(number * 3, 2)) * 3_600_000);
    });
  const terms =
    '{"gridMinutes":30,"minimumMinutes":30,"maximumMinutes":240,"bufferBeforeMinutes":0,"bufferAfterMinutes":0}';
  // One member has bookings in many centres, so that a long list of one's own is there to be measured.
  const booker = (number) => (number % 20_000 === 0 ? member : id('person', mixed(number, sizes.people)));
  const post = (n) => {
    const created = at(today - mixed(n, 700) * day - n);
    const text = phrase(n * 3, 40);
    return `${id('post', n)}\toffer\t${phrase(n, 4)}\t${text}\t<p>${text}</p>\t${text.slice(0, 220)}\ten\tpublic\topen\t${cities[n % cities.length].id}\t${id('centre', n % sizes.centres)}\t${id('person', mixed(n, sizes.people))}\tmaterial\tgift\t${created}`;
  };
  return [
    step('people', sizes.people, 20_000, {
      person: [
        ['id', 'name', 'email', 'email_verified', 'created_at', 'updated_at'],
        (n) => `${id('person', n)}\tPerson ${n}\tperson-${n}@scale.example\tt\t${now}\t${now}`,
      ],
      membership: [
        ['id', 'person_id', 'centre_id', 'role', 'valid_from'],
        (n) => `${id('person', n)}\t${id('person', n)}\t${id('centre', n % sizes.centres)}\tmember\t${now}`,
      ],
    }),
    step('centres', sizes.centres, 1000, {
      centre: [
        'id slug name model city_id summary latitude longitude zone currency languages created_at'.split(' '),
        centre,
      ],
      opening_rule: ['id centre_id weekday opens closes'.split(' '), weekly],
      opening_exception: [
        'id centre_id kind starts_on ends_on yearly messages'.split(' '),
        (n) => `${id('exception', n)}\t${id('centre', n)}\tclosed\t2026-12-24\t2026-12-26\tt\t{}`,
      ],
    }),
    step('equipment', sizes.equipment, 10_000, {
      equipment: ['id centre_id type_key name description audience created_at'.split(' '), equipment],
      unit: [
        'id equipment_id position'.split(' '),
        (n) => [0, 1].map((unit) => `${id('unit', n * 2 + unit)}\t${id('equipment', n)}\t${unit + 1}`),
      ],
    }),
    step('bookings', sizes.units, 500, {
      booking: [
        'id equipment_id unit_id starts_at ends_at state booker_id purpose terms created_at'.split(' '),
        (unit) =>
          bookingsOf(
            unit,
            (n, start, end) =>
              `${id('booking', n)}\t${id('equipment', Math.floor(unit / 2))}\t${id('unit', unit)}\t${at(start)}\t${at(end)}\tconfirmed\t${booker(n)}\t\t${terms}\t${at(start - 5 * day)}`,
          ),
      ],
      occupancy: [
        'id unit_id during kind blocking booking_id'.split(' '),
        (unit) =>
          bookingsOf(
            unit,
            (n, start, end) =>
              `${id('occupancy', n)}\t${id('unit', unit)}\t[${at(start)},${at(end)})\tbooking\tt\t${id('booking', n)}`,
          ),
      ],
    }),
    step('posts', sizes.posts, 20_000, {
      post: [
        'id kind title body body_html excerpt language audience state city_id centre_id author_id subject terms created_at'.split(
          ' ',
        ),
        post,
      ],
    }),
  ];
}
