import server from '../../../package.json' with { type: 'json' };

/** What the process that answers knows of itself, for those who operate it. */
export interface Runtime {
  readonly startedAt: Date;
  /** PostgreSQL inside this process. */
  readonly embedded: boolean;
  /** Jobs that failed for good. */
  readonly jobs: {
    /** Sends one back to its queue; returns whether it was there. */
    revive(id: string): Promise<boolean>;
    /** Deletes one. */
    discard(id: string): Promise<void>;
  };
  readonly mail: {
    /** Deletes the e-mails to an address that were written into files. */
    forget(address: string): Promise<void>;
  };
  /** Open WebSockets. */
  readonly sockets: () => number;
}

/** The released version that runs. */
export const { version } = server;
