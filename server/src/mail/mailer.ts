import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { createTransport } from 'nodemailer';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { type Letter, type WrittenLetter, writeLetter } from './letter.ts';

/** Sends letters beside the requests that cause them. */
export interface Mailer {
  /** Takes a letter over; what goes wrong stands in the log, not in the answer to the request. */
  post(letter: Letter): void;
  /** Resolves when every letter taken over so far was sent or given up. */
  settled(): Promise<void>;
  /** Waits for what is under way, then ends the connections. */
  close(): Promise<void>;
}

/** A server that does not answer must not keep ours from stopping. */
const patience = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 20_000 } as const;

type Deliver = (letter: WrittenLetter) => Promise<void>;

/** Before the second and third attempt, in milliseconds; none once the server stops. */
const pauses = [2_000, 30_000] as const;

/**
 * Letters over SMTP or, where the operator named no server, as text files under `mail` in the data folder,
 * with the link in the log so that whoever tries Talka out can follow it.
 */
export function createMailer(config: Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataDirectory'>, log: Logger): Mailer {
  const transport = config.smtpUrl === undefined ? undefined : overSmtp(config.smtpUrl, config.mailFrom);
  const deliver = transport?.deliver ?? intoFolder(join(config.dataDirectory, 'mail'), config.mailFrom, log);
  const stopping = new AbortController();
  const open = new Set<Promise<void>>();
  const settled = async () => {
    await Promise.all(open);
  };
  return {
    post(letter) {
      const work = attempt(deliver, writeLetter(letter), stopping.signal)
        .catch((error) => log.error({ err: error, subject: letter.subject.key }, 'a letter could not be sent'))
        .finally(() => open.delete(work));
      open.add(work);
    },
    settled,
    async close() {
      stopping.abort();
      await settled();
      transport?.close();
    },
  };
}

async function attempt(deliver: Deliver, letter: WrittenLetter, stopping: AbortSignal): Promise<void> {
  for (const pause of pauses) {
    try {
      return await deliver(letter);
    } catch (error) {
      // 5xx is the server's final word.
      if (Number((error as { responseCode?: number }).responseCode) >= 500) throw error;
    }
    await waitFor(pause, stopping);
  }
  return deliver(letter);
}

const waitFor = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);

function overSmtp(url: string, from: string): { deliver: Deliver; close(): void } {
  const transport = createTransport({ url, ...patience }, { from, disableFileAccess: true, disableUrlAccess: true });
  return {
    deliver: async ({ to, subject, text, html }) => {
      // An object is one address, whatever signs stand in it.
      await transport.sendMail({ to: { name: '', address: to }, subject, text, html });
    },
    close: () => transport.close(),
  };
}

function intoFolder(folder: string, from: string, log: Logger): Deliver {
  return async ({ to, subject, text, url }) => {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const time = new Date().toISOString().replace(/[:.]/g, '-');
    const name = `${time}-${to.replace(/[^\w.@+-]/g, '_').slice(0, 80)}-${randomBytes(3).toString('hex')}.txt`;
    const file = join(folder, name);
    await writeFile(file, `From: ${from}\nTo: ${to}\nSubject: ${subject}\n\n${text}`, { flag: 'wx', mode: 0o600 });
    log.info({ to, subject, file, link: url }, 'letter written; set SMTP_URL to send letters');
  };
}
