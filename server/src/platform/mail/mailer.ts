import type { EntityManager } from '@mikro-orm/postgresql';
import type { Logger } from 'pino';
import type { Jobs } from '../jobs/jobs.ts';
import { type DeliveryConfig, openDelivery } from './delivery.ts';
import { emails, queued } from './email.job.ts';
import type { Email } from './email.ts';

/** Sends e-mails beside the requests that cause them. */
export interface Mailer {
  /**
   * Takes an e-mail over and returns at once, so that an answer takes the same time with and without one. It is
   * dropped where `mayGo`, asked afterwards, says so.
   */
  send(email: Email, mayGo?: () => Promise<boolean>): void;
  /** Resolves when every e-mail taken over so far is kept, or could not be. */
  settled(): Promise<void>;
  /** Deletes the e-mails to an address that were written into files. */
  forget(address: string): Promise<void>;
  /** Ends the connections. */
  close(): void;
}

export interface MailerParts {
  readonly jobs: Jobs;
  /** A connection of its own for each e-mail. */
  readonly fork: () => EntityManager;
  readonly log: Logger;
}

/** E-mails as jobs: handed over once, tried again where that fails. */
export function createMailer(config: DeliveryConfig, { jobs, fork, log }: MailerParts): Mailer {
  const delivery = openDelivery(config, log);
  jobs.handle(emails, async ({ email, until }, { id }) => {
    if (Date.parse(until) > Date.now()) return delivery.deliver(email);
    log.warn({ job: id }, 'an e-mail whose link has ended was not sent');
  });
  const open = new Set<Promise<void>>();
  return {
    send(email, mayGo = async () => true) {
      const work = mayGo()
        .then((goes) => (goes ? jobs.enqueue(fork(), emails, queued(email, new Date())) : undefined))
        .catch((err) => log.error({ err }, 'an e-mail could not be kept'))
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
