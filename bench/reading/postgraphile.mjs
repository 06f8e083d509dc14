import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { TYPES } from 'postgraphile/@dataplan/pg';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/** PostGraphile 5, which makes its schema of the tables and one SQL statement of most requests. */
const { DATABASE_URL, PORT } = process.env;
const transactions = {
  name: 'transaction-numbers',
  gather: {
    hooks: {
      // It warns at length of a type it does not know.
      pgCodecs_findPgCodec(_, event) {
        if (event.pgType.typname === 'xid8') event.pgCodec = TYPES.bigint;
      },
    },
  },
};
const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  plugins: [transactions],
  // Posts are counted by state and audience and all is ordered by name, for which there is no index.
  disablePlugins: ['PgIndexBehaviorsPlugin'],
  pgServices: [makePgService({ connectionString: DATABASE_URL, poolConfig: { max: 16 } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, websockets: false },
});
await instance.getSchema();
const server = createServer();
await instance.createServ(grafserv).addTo(server);
server.listen(Number(PORT), '127.0.0.1');
