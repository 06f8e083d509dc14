import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';

/** A file that came with an e-mail. */
export interface ReceivedFile {
  readonly filename: string;
  /** What a calendar is asked to do with it (RFC 5546). */
  readonly method: string | undefined;
  readonly content: string;
}

/** An e-mail as the program of its reader takes it apart. */
export interface ReceivedEmail {
  readonly to: string;
  readonly subject: string;
  /** By names in small letters. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
  readonly files: readonly ReceivedFile[];
}

/** A mail server that takes everything. */
export interface MailServer {
  /** For `SMTP_URL`. */
  readonly url: string;
  /** All that came so far and was not taken, oldest first. */
  readonly kept: readonly ReceivedEmail[];
  /** Gives what it took since it was last asked. */
  taken(): ReceivedEmail[];
  close(): Promise<void>;
}

/** Starts a mail server on a port of its own. */
export async function startMailServer(): Promise<MailServer> {
  const kept: ReceivedEmail[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    logger: false,
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const [recipient] = envelope.rcptTo;
        readEmail(Buffer.concat(parts), recipient?.address ?? '').then((email) => {
          kept.push(email);
          done();
        }, done);
      });
    },
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    kept,
    taken: () => kept.splice(0),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

async function readEmail(source: Buffer, to: string): Promise<ReceivedEmail> {
  const email = await PostalMime.parse(source, { attachmentEncoding: 'utf8' });
  return {
    to,
    subject: email.subject ?? '',
    headers: new Map(email.headers.map(({ key, value }) => [key, value])),
    text: email.text ?? '',
    html: email.html ?? '',
    files: email.attachments.map(({ filename, method, content }) => ({
      filename: filename ?? '',
      method,
      content: String(content),
    })),
  };
}
