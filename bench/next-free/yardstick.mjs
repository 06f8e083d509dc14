import { createServer } from 'node:http';
import pg from 'pg';
import { firstFree } from './computed.mjs';

/** What one would write by hand: node:http and one prepared statement that computes the page and returns it as JSON. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const text = `
  with page as (
    select equipment.*, coalesce(equipment.name, type.names ->> 'en') as shown
    from equipment join equipment_type type on type.key = equipment.type_key
    where withdrawn_at is null
      and (talka_fold(coalesce(equipment.name, type.names ->> 'en')), equipment.id) > ($1, $2)
    order by talka_fold(coalesce(equipment.name, type.names ->> 'en')), equipment.id limit 20)
  select json_build_object('data', json_build_object('searchEquipment', json_build_object('nodes', json_agg(
    json_build_object('equipment', json_build_object('id', e.id, 'name', e.shown, 'nextFree',
      (select json_build_object('startsAt', lower(free), 'endsAt', upper(free)) from ${firstFree} found)))))))::text as body
  from page e`;

createServer(async (request, response) => {
  if (request.method === 'HEAD') return response.end();
  let body = '';
  for await (const chunk of request) body += chunk;
  const { name, id } = JSON.parse(body);
  const { rows } = await pool.query({ name: 'page', text, values: [name, id] });
  response.setHeader('content-type', 'application/json');
  response.end(rows[0].body);
}).listen(Number(process.env.PORT), '127.0.0.1');
