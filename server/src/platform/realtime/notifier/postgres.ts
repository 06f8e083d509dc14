import pg from 'pg';
import type { OpenTransport } from './notifier.ts';

const channel = 'talka_live';

/** Notifies over `LISTEN` and `NOTIFY` of the database. */
export const postgresTransport =
  (databaseUrl: string): OpenTransport =>
  async (onNotified) => {
    const client = new pg.Client({
      connectionString: databaseUrl,
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', () => {});
    client.on('notification', ({ processId }) => {
      if (processId !== ownProcess(client)) onNotified();
    });
    const ended = new Promise<void>((resolve) => client.once('end', resolve));
    try {
      await client.connect();
      await client.query(`listen ${channel}`);
    } catch (error) {
      void client.end().catch(() => {});
      throw error;
    }
    return {
      ended,
      send: async () => void (await client.query(`notify ${channel}`)),
      close: () => client.end(),
    };
  };

/** The server's process behind a connection, by which one's own notifications are told from others'. */
const ownProcess = (client: pg.Client): number => (client as unknown as { processID: number }).processID;
