import { createServer, type Socket } from 'node:net';

/** A file that came with an e-mail. */
export interface ReceivedFile {
  readonly filename: string;
  readonly contentType: string;
  readonly content: string;
}

/** An e-mail as the program of its reader takes it apart. */
export interface ReceivedEmail {
  readonly to: string;
  readonly subject: string;
  /** By names in small letters, unfolded. */
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly html: string;
  readonly files: readonly ReceivedFile[];
}

/** A mail server that takes everything. */
export interface MailServer {
  readonly url: string;
  /** Gives what it took since it was last asked. */
  taken(): ReceivedEmail[];
  close(): Promise<void>;
}

/** Starts a mail server on a port of its own. */
export async function startMailServer(): Promise<MailServer> {
  const received: ReceivedEmail[] = [];
  const server = createServer((socket) => converse(socket, (email) => received.push(readEmail(email))));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `smtp://127.0.0.1:${(server.address() as { port: number }).port}`,
    taken: () => received.splice(0),
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}

function converse(socket: Socket, take: (email: string) => void): void {
  let text = '';
  let inEmail = false;
  socket.on('error', () => socket.destroy());
  socket.write('220 test\r\n');
  socket.on('data', (chunk) => {
    text += chunk;
    for (;;) {
      const end = inEmail ? '\r\n.\r\n' : '\r\n';
      const at = text.indexOf(end);
      if (at < 0) return;
      const part = text.slice(0, at);
      text = text.slice(at + end.length);
      if (inEmail) {
        take(part.replace(/^\.\./gm, '.'));
        socket.write('250 taken\r\n');
      } else if (part === 'DATA') socket.write('354 go on\r\n');
      else if (part === 'QUIT') socket.end('221 bye\r\n');
      else socket.write('250 fine\r\n');
      inEmail = part === 'DATA';
    }
  });
}

interface Part {
  readonly headers: ReadonlyMap<string, string>;
  readonly content: string;
}

function readEmail(source: string): ReceivedEmail {
  const { headers } = readPart(source);
  const parts = leaves(source);
  const of = (type: string) => parts.find((part) => !nameOf(part) && part.headers.get('content-type')?.includes(type));
  return {
    to: headers.get('to') ?? '',
    subject: decodeWords(headers.get('subject') ?? ''),
    headers,
    text: of('text/plain')?.content ?? '',
    html: of('text/html')?.content ?? '',
    files: parts.flatMap((part) => {
      const filename = nameOf(part);
      const contentType = part.headers.get('content-type') ?? '';
      return filename ? [{ filename, contentType, content: part.content }] : [];
    }),
  };
}

const nameOf = ({ headers }: Part) => /filename="?([^";]+)/.exec(headers.get('content-disposition') ?? '')?.[1];

function readPart(source: string): Part {
  const end = source.indexOf('\r\n\r\n');
  const lines = source
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  return { headers, content: source.slice(end + 4) };
}

/** The parts that have no parts, decoded. */
function leaves(source: string): Part[] {
  const part = readPart(source);
  const boundary = /boundary="?([^";]+)/.exec(part.headers.get('content-type') ?? '')?.[1];
  if (boundary !== undefined)
    return part.content
      .split(`--${boundary}`)
      .slice(1, -1)
      .flatMap((each) => leaves(each.slice(2)));
  return [{ ...part, content: decode(part) }];
}

function decode({ headers, content }: Part): string {
  const encoding = headers.get('content-transfer-encoding');
  if (encoding === 'base64') return Buffer.from(content, 'base64').toString();
  return encoding === 'quoted-printable' ? quotedPrintable(content.replace(/=\r\n/g, '')) : content;
}

const quotedPrintable = (text: string): string =>
  Buffer.from(
    text.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString();

/** The words of a header (RFC 2047). */
const decodeWords = (text: string): string =>
  text
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([qb])\?([^?]*)\?=/gi, (_, how: string, word: string) =>
      how.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString() : quotedPrintable(word.replaceAll('_', ' ')),
    );
