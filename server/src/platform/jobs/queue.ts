import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Context } from '../context/context.ts';
import type { Database } from '../database/tables.ts';

/** One attempt at a job, with all that a process has for it. */
export interface Attempt {
  readonly id: string;
  /** Aborted when the job's time is up or the process stops. */
  readonly signal: AbortSignal;
  /** What services need, on the same connection: as a visitor, in the first language. */
  readonly ctx: Context;
  /** A connection of its own. */
  readonly em: EntityManager;
  /** Rows over it. */
  readonly db: Database;
  readonly now: Date;
  readonly log: Logger;
}

/** Does a job; throws where it must be tried again, `FinalFailure` where that is of no use. */
export type Handler<Data extends object> = (data: Data, attempt: Attempt) => Promise<void>;

/** How a kind of work is run; the defaults suit work that talks to another machine. */
export interface QueueSettings {
  /** Kebab-case, unique. */
  readonly name: string;
  /** How often a failed job is tried again before it goes to the dead letters. */
  readonly retries?: number;
  /** Seconds before the second attempt; doubled before each further one, up to an hour. */
  readonly retryAfter?: number;
  /** Seconds a job may run before it counts as failed. */
  readonly patience?: number;
  /** Hours a job may wait before it is given up unseen. */
  readonly waitsAtMost?: number;
  /** Jobs of this kind that one process runs at once. */
  readonly atOnce?: number;
  /** Of all jobs of this kind one at a time waits or runs, in whichever process; another is not added meanwhile. */
  readonly alone?: boolean;
  /** Deletes a job the moment it is done, for data that must not lie about. */
  readonly forgetWhenDone?: boolean;
  /** Five fields of cron, in UTC: a job without data is made at these times, once however many processes run. */
  readonly schedule?: string;
}

/** A kind of work with the type of its data, which is kept as JSON. */
export interface Queue<Data extends object = object> extends QueueSettings {
  /** What its jobs do; left out where that needs what only the start of a process can give, see `Jobs.handle`. */
  handle?(data: Data, attempt: Attempt): Promise<void>;
}

/** Declares a kind of work; its module lists it. */
export const defineQueue = <Data extends object = object>(queue: Queue<Data>): Queue<Data> => queue;

/** Where jobs end that failed for good, until somebody sends them back or deletes them. */
export const deadLetters = { name: 'dead-letters', keptHours: 72 } as const;

/** What a queue's row in the database says. */
export function storedSettings(queue: QueueSettings) {
  return {
    retryLimit: queue.retries ?? 8,
    retryDelay: queue.retryAfter ?? 15,
    retryBackoff: true,
    retryDelayMax: 3600,
    expireInSeconds: queue.patience ?? 120,
    retentionSeconds: (queue.waitsAtMost ?? 72) * 3600,
    // What failed for good stands among the dead letters; its first row is of no more use.
    deleteAfterSeconds: 3600,
    deadLetter: deadLetters.name,
  };
}
