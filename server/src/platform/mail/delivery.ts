import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { FinalFailure } from '../jobs/run-jobs.ts';
import type { WrittenLetter } from './letter.ts';

/** The way out of the house for letters. */
export interface Delivery {
  /** Throws where the letter did not go out; FinalFailure where it never will. */
  deliver(letter: WrittenLetter): Promise<void>;
  /** Deletes the letters to an address that stayed here. */
  forget(address: string): Promise<void>;
  close(): void;
}

export type DeliveryConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDirectory'>;

/** A server that does not answer must not keep ours from stopping. */
const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 } as const;

/** SMTP where the operator named a server, else the folder `mail` in the data folder. */
export const openDelivery = ({ smtpUrl, mailFrom, dataDirectory }: DeliveryConfig, log: Logger): Delivery =>
  smtpUrl === undefined ? intoFolder(join(dataDirectory, 'mail'), mailFrom, log) : overSmtp(smtpUrl, mailFrom);

function overSmtp(url: string, from: string): Delivery {
  const transport = createTransport({ url, ...patience }, { from, disableFileAccess: true, disableUrlAccess: true });
  return {
    async deliver({ to, subject, text, html }) {
      try {
        // An object is one address, whatever signs stand in it.
        await transport.sendMail({ to: { name: '', address: to }, subject, text, html });
      } catch (error) {
        const { responseCode, message } = error as Error & { responseCode?: number };
        // 5xx is the server's final word.
        if (Number(responseCode) >= 500) throw new FinalFailure(message, { cause: error });
        throw error;
      }
    },
    forget: async () => {},
    close: () => transport.close(),
  };
}

/** For whoever tries Talka out: each letter a text file, its link in the log. */
function intoFolder(folder: string, from: string, log: Logger): Delivery {
  return {
    async deliver({ to, subject, text, url }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const time = new Date().toISOString().replace(/[:.]/g, '-');
      const name = `${time}-${to.replace(/[^\w.@+-]/g, '_').slice(0, 80)}-${randomBytes(3).toString('hex')}.txt`;
      const file = join(folder, name);
      await writeFile(file, `From: ${from}\nTo: ${to}\nSubject: ${subject}\n\n${text}`, { flag: 'wx', mode: 0o600 });
      log.info({ to, subject, file, link: url }, 'letter written; set SMTP_URL to send letters');
    },
    async forget(address) {
      for (const name of await readdir(folder).catch(() => [])) {
        const file = join(folder, name);
        const [, to] = (await readFile(file, 'utf8')).split('\n', 2);
        if (to === `To: ${address}`) await rm(file);
      }
    },
    close: () => {},
  };
}
