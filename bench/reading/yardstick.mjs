import { createServer } from 'node:http';
import pg from 'pg';

/** What one would write by hand: node:http and one prepared statement that returns the page as JSON. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const text = `
  select json_build_object('data', json_build_object('centres', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'id', page.id, 'slug', page.slug, 'name', page.name, 'model', upper(page.model), 'summary', page.summary,
    'equipment', (select coalesce(json_agg(json_build_object('id', e.id, 'name', coalesce(e.name, t.names ->> 'en'),
        'type', json_build_object('key', t.key, 'name', t.names ->> 'en')) order by talka_fold(e.name), e.id), '[]')
      from equipment e join equipment_type t on t.key = e.type_key where e.centre_id = page.id and e.withdrawn_at is null),
    'posts', json_build_object('totalCount', (select count(*) from post
      where post.centre_id = page.id and post.state = 'open' and post.audience = 'public'))
  ) order by talka_fold(page.name), page.id), '[]'))))::text as body
  from (select centre.* from centre join city on city.id = centre.city_id
    where city.slug = $1 and (talka_fold(centre.name), centre.id) > ($2, $3)
    order by talka_fold(centre.name), centre.id limit $4) page`;

createServer(async (request, response) => {
  if (request.method === 'HEAD') return response.end();
  let body = '';
  for await (const chunk of request) body += chunk;
  const { city, name, id, first } = JSON.parse(body);
  const { rows } = await pool.query({ name: 'page', text, values: [city, name, id, first] });
  response.setHeader('content-type', 'application/json');
  response.end(rows[0].body);
}).listen(Number(process.env.PORT), '127.0.0.1');
