import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import type { Database } from '../database/tables.ts';
import { readConsumerLag } from '../events/consumers/consumer-lag.reader.ts';
import { readLogLag } from '../events/maintenance/log-lag.reader.ts';
import { countJobs } from '../jobs/job-counts.reader.ts';
import type { Figure } from './metrics.ts';

interface Sources {
  readonly orm: MikroORM;
  readonly embedded: boolean;
  readonly rows: () => Database;
  readonly sockets: () => { readonly open: number; readonly subscriptions: number };
}

const one = async (value: number) => [[{}, value] as const];
const states = ['waiting', 'retrying', 'running', 'done', 'dead'] as const;

/** What only this process or its database knows, for `/metrics`. */
export const serverFigures = ({ orm, embedded, rows, sockets }: Sources): Figure[] => [
  { name: 'talka_sockets', help: 'Open WebSockets.', read: () => one(sockets().open) },
  { name: 'talka_subscriptions', help: 'Open live views over them.', read: () => one(sockets().subscriptions) },
  {
    name: 'talka_event_log_lag_seconds',
    help: 'For how long the oldest unread event has waited for an older transaction to end.',
    read: async () => one(await readLogLag(rows(), new Date())),
  },
  {
    name: 'talka_consumer_lag_seconds',
    help: 'For how long the oldest event waits that a durable consumer has still to handle, by its name.',
    labels: ['consumer'],
    read: async () =>
      (await readConsumerLag(rows())).map(
        ({ name, oldestAt }) => [{ consumer: name }, oldestAt ? (Date.now() - oldestAt.getTime()) / 1000 : 0] as const,
      ),
  },
  {
    name: 'talka_jobs',
    help: 'Jobs by queue and state, of all processes; dead: failed for good.',
    labels: ['queue', 'state'],
    read: async () =>
      (await countJobs(rows())).flatMap((counts) =>
        states.map((state) => [{ queue: counts.queue, state }, counts[state]] as const),
      ),
  },
  ...(embedded ? [] : [connections(orm)]),
];

const connections = (orm: MikroORM): Figure => ({
  name: 'talka_database_connections',
  help: 'Connections to PostgreSQL by state; waiting: requests that wait for one.',
  labels: ['state'],
  async read() {
    const pool = (await orm.em.getConnection().getNativeClient()) as Pool;
    const { totalCount, idleCount, waitingCount } = pool;
    return [
      [{ state: 'busy' }, totalCount - idleCount],
      [{ state: 'idle' }, idleCount],
      [{ state: 'waiting' }, waitingCount],
    ];
  },
});
