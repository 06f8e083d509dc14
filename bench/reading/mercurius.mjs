import { fastify } from 'fastify';
import mercurius from 'mercurius';
import pg from 'pg';

/** Mercurius with queries compiled by graphql-jit, and one hand-written, prepared statement for each level. */
const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const read = async (name, text, values) => (await pool.query({ name, text, values })).rows;

const schema = `
  type Query { centres(city: String!, first: Int!, afterName: String!, afterId: ID!): CentrePage! }
  type CentrePage { nodes: [Centre!]! }
  type Centre {
    id: ID! slug: String! name: String! model: String! summary: String! equipment: [Equipment!]! posts: PostCount!
  }
  type Equipment { id: ID! name: String! type: EquipmentType! }
  type EquipmentType { key: ID! name: String! }
  type PostCount { totalCount: Int! }`;

const resolvers = {
  Query: {
    centres: async (_, { city, first, afterName, afterId }) => ({
      nodes: await read(
        'centres',
        `select centre.id, centre.slug, centre.name, upper(centre.model) as model, centre.summary
        from centre join city on city.id = centre.city_id
        where city.slug = $1 and (talka_fold(centre.name), centre.id) > ($2, $3)
        order by talka_fold(centre.name), centre.id limit $4`,
        [city, afterName, afterId, first],
      ),
    }),
  },
};

const loaders = {
  Centre: {
    async equipment(queries) {
      const ids = queries.map(({ obj }) => obj.id);
      const rows = await read(
        'equipment',
        `select id, name, centre_id, type_key from equipment
        where centre_id = any ($1) and withdrawn_at is null order by talka_fold(name), id`,
        [ids],
      );
      const byCentre = Map.groupBy(rows, (row) => row.centre_id);
      return ids.map((id) => byCentre.get(id) ?? []);
    },
    async posts(queries) {
      const ids = queries.map(({ obj }) => obj.id);
      const rows = await read(
        'posts',
        `select centre_id, count(*)::int as "totalCount" from post
        where centre_id = any ($1) and state = 'open' and audience = 'public' group by centre_id`,
        [ids],
      );
      const byCentre = new Map(rows.map((row) => [row.centre_id, row]));
      return ids.map((id) => byCentre.get(id) ?? { totalCount: 0 });
    },
  },
  Equipment: {
    async type(queries) {
      const keys = new Set(queries.map(({ obj }) => obj.type_key));
      const rows = await read('types', `select key, names ->> 'en' as name from equipment_type where key = any ($1)`, [
        [...keys],
      ]);
      const byKey = new Map(rows.map((row) => [row.key, row]));
      return queries.map(({ obj }) => byKey.get(obj.type_key));
    },
  },
};

const app = fastify();
await app.register(mercurius, { schema, resolvers, loaders, jit: 1 });
await app.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
