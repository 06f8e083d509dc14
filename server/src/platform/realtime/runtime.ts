import server from '../../../package.json' with { type: 'json' };
import type { Jobs } from '../jobs/jobs.ts';
import type { Mailer } from '../mail/mailer.ts';

/** What the process that answers knows of itself, for those who operate it. */
export interface Runtime {
  readonly startedAt: Date;
  /** PostgreSQL inside this process. */
  readonly embedded: boolean;
  readonly jobs: Pick<Jobs, 'revive' | 'discard'>;
  readonly mail: Pick<Mailer, 'forget'>;
  /** Open WebSockets. */
  readonly sockets: () => number;
}

/** The released version that runs. */
export const { version } = server;
