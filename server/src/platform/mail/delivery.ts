import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Config } from '../../config.ts';
import { FinalFailure } from '../jobs/run-jobs.ts';
import type { Email } from './email.ts';

/** The way out of the house for e-mails. */
export interface Delivery {
  /** Throws where the e-mail did not go out; FinalFailure where it never will. */
  deliver(email: Email): Promise<void>;
  /** Deletes the e-mails to an address that stayed here. */
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
    async deliver({ to, locale, subject, text, html, attachments = [], headers = {} }) {
      try {
        await transport.sendMail({
          // An object is one address, whatever signs stand in it.
          to: { name: '', address: to },
          subject,
          text,
          ...(html !== undefined && { html }),
          attachments: attachments.map((each) => ({ ...each })),
          headers: { 'Content-Language': locale, ...headers },
        });
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

/** For whoever tries Talka out: each e-mail a text file with its attachments beside it, its link in the log. */
function intoFolder(folder: string, from: string, log: Logger): Delivery {
  const write = (name: string, content: string | Buffer) =>
    writeFile(join(folder, name), content, { flag: 'wx', mode: 0o600 });
  return {
    async deliver({ to, subject, text, link, attachments = [] }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const time = new Date().toISOString().replace(/[:.]/g, '-');
      const name = `${time}-${harmless(to)}-${randomBytes(3).toString('hex')}`;
      for (const [at, { filename, content, encoding = 'utf8' }] of attachments.entries()) {
        await write(`${name}-${at + 1}-${harmless(filename)}`, Buffer.from(content, encoding));
      }
      await write(`${name}.txt`, `From: ${from}\nTo: ${to}\nSubject: ${subject}\n\n${text}`);
      const file = join(folder, `${name}.txt`);
      log.info({ to, subject, file, link }, 'e-mail written; set SMTP_URL to send e-mails');
    },
    async forget(address) {
      const names = await readdir(folder).catch(() => []);
      for (const name of names.filter((each) => each.endsWith('.txt'))) {
        const [, to] = (await readFile(join(folder, name), 'utf8')).split('\n', 2);
        if (to !== `To: ${address}`) continue;
        const own = name.slice(0, -'.txt'.length);
        for (const file of names.filter((each) => each.startsWith(own))) await rm(join(folder, file));
      }
    },
    close: () => {},
  };
}

/** A part of a file's name that leads nowhere else. */
const harmless = (text: string): string => text.replace(/[^\w.@+-]/g, '_').slice(0, 80);
