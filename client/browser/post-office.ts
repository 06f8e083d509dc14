import type { AddressInfo } from 'node:net';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { vi } from 'vitest';

/** A mail server that keeps what it is sent. */
export interface PostOffice {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** What came to an address so far, oldest first. */
  to(address: string): readonly Email[];
  /** The first letter to an address with such a subject, whose text has this in it. */
  letter(address: string, subject: RegExp, about?: string): Promise<Email>;
  close(): Promise<void>;
}

export async function openPostOffice(): Promise<PostOffice> {
  const kept: { to: string[]; email: Email }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        PostalMime.parse(Buffer.concat(parts)).then((email) => {
          kept.push({ to: envelope.rcptTo.map(({ address }) => address), email });
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const to = (address: string) => kept.filter(({ to }) => to.includes(address)).map(({ email }) => email);
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    to,
    async letter(address, subject, about = '') {
      const found = () =>
        to(address).find(({ subject: given = '', text = '' }) => subject.test(given) && text.includes(about));
      await vi.waitUntil(() => found() !== undefined, { timeout: 60_000 });
      return found() as Email;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
