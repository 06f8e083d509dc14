import type { Pool } from 'pg';

/** Milliseconds in which whoever used a connection gives it back, if they ever do. */
const patience = 1000;

/**
 * Gives connections that ended back to their pool. Kysely (0.29) keeps that of a transaction whose rollback fails, as
 * every rollback does when the server is gone: each transaction under way would take a place of the pool with it.
 */
export function giveBackBroken(pool: Pool): void {
  pool.on('connect', (client) => {
    client.once('end', () => setTimeout(giveBack, patience).unref());
    const giveBack = () => {
      try {
        client.release(true);
      } catch {
        // It was given back already.
      }
    };
  });
}
