/** The sizes of the network that is read: a city's page shows all its centres. */
export const sizes = { cities: 50, centres: 20, equipment: 10, posts: 5 };

/** Fills an empty, migrated database: cities of 20 centres, each with 10 pieces of equipment and 5 posts. */
export async function fillNetwork(client) {
  const { cities, centres, equipment, posts } = sizes;
  await client.query(`
    insert into country (code, digital_consent_age, currency, language) values ('LT', 14, 'EUR', 'lt');
    insert into city (id, slug, name, names, country_code, zone, latitude, longitude, partner)
      select gen_random_uuid(), 'city-' || n, 'City ' || n, '{"en": "City", "lt": "Miestas"}', 'LT', 'Europe/Vilnius', 54, 25, true
      from generate_series(1, ${cities}) n;
    insert into equipment_type (key, names, "group", induction)
      select 'type-' || n, jsonb_build_object('en', 'Machine ' || n, 'lt', 'Staklės ' || n), 'woodwork', 'no'
      from generate_series(1, ${equipment}) n;
    insert into centre (id, slug, name, model, city_id, summary, address, latitude, longitude, zone, currency, languages, created_at)
      select gen_random_uuid(), city.slug || '-centre-' || n, 'Centre ' || n || ' of ' || city.name, 'makerspace', city.id,
        repeat('What this place offers to its neighbours. ', 4), 'Street ' || n, 54.5 + n / 100.0, 25.1, 'Europe/Vilnius', 'EUR', '{lt,en}', now()
      from city, generate_series(1, ${centres}) n;
    insert into equipment (id, centre_id, type_key, name, description, created_at)
      select gen_random_uuid(), centre.id, 'type-' || n, 'Machine ' || n, 'Works well. ', now()
      from centre, generate_series(1, ${equipment}) n;
    insert into post (id, kind, title, body, body_html, excerpt, language, audience, state, city_id, centre_id, created_at)
      select gen_random_uuid(), 'discussion', 'Post ' || n, 'Text', '<p>Text</p>', 'Text', 'lt', (array['public', 'network'])[1 + n % 2], 'open', centre.city_id, centre.id, now()
      from centre, generate_series(1, ${posts}) n;
  `);
  await client.query('vacuum analyze');
}
