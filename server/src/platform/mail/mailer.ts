import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Jobs } from '../jobs/jobs.ts';
import { type DeliveryConfig, openDelivery } from './delivery.ts';
import { letters, usualHours } from './letter.job.ts';
import { type Letter, writeLetter } from './letter.ts';

/** Sends letters beside the requests that cause them. */
export interface Mailer {
  /**
   * Takes a letter over and returns at once, so that an answer takes the same time with and without one. It is dropped
   * where `mayGo`, asked afterwards, says so.
   */
  post(letter: Letter, mayGo?: () => Promise<boolean>): void;
  /** Resolves when every letter taken over so far is kept, or could not be. */
  settled(): Promise<void>;
  /** Deletes the letters to an address that were written into files. */
  forget(address: string): Promise<void>;
  /** Ends the connections. */
  close(): void;
}

export interface MailerParts {
  readonly jobs: Jobs;
  /** A connection of its own for each letter. */
  readonly fork: () => EntityManager;
  readonly log: Logger;
}

/** Letters as jobs: written in the reader's language and handed over once, tried again where that fails. */
export function createMailer(config: DeliveryConfig, { jobs, fork, log }: MailerParts): Mailer {
  const delivery = openDelivery(config, log);
  jobs.handle(letters, async ({ letter, until }) => {
    if (Date.parse(until) > Date.now()) return delivery.deliver(writeLetter(letter));
    log.warn({ subject: letter.subject.key }, 'a letter whose link has ended was not sent');
  });
  const open = new Set<Promise<void>>();
  return {
    post(letter, mayGo = async () => true) {
      const until = new Date(Date.now() + (letter.hours ?? usualHours) * 3_600_000).toISOString();
      const work = mayGo()
        .then((goes) => (goes ? jobs.enqueue(fork(), letters, { letter, until }) : undefined))
        .catch((err) => log.error({ err, subject: letter.subject.key }, 'a letter could not be kept'))
        .finally(() => open.delete(work));
      open.add(work);
    },
    async settled() {
      await Promise.all(open);
    },
    forget: (address) => delivery.forget(address),
    close: () => delivery.close(),
  };
}
