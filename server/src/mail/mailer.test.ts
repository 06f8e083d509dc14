import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Letter } from './letter.ts';
import { createMailer } from './mailer.ts';

const letter: Letter = {
  to: 'ona@example.org',
  name: 'Ona',
  locale: 'lt',
  subject: { key: 'mail.confirm.subject' },
  before: [{ key: 'mail.confirm.why' }],
  action: { label: { key: 'mail.confirm.action' }, url: 'https://talka.example/x?a=1&b=2' },
  after: [],
};
const mailFrom = 'Talka <talka@talka.example>';

let dataDirectory: string;
let lines: Record<string, unknown>[];
const log = () => pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
beforeEach(async () => {
  lines = [];
  dataDirectory = await mkdtemp(join(tmpdir(), 'talka-mailer-'));
});
afterEach(() => rm(dataDirectory, { recursive: true }));

describe('without a mail server', () => {
  test('a letter becomes a file for its owner alone, and its link stands in the log', async () => {
    const mailer = createMailer({ smtpUrl: undefined, mailFrom, dataDirectory }, log());
    mailer.post(letter);
    await mailer.close();

    const [name = ''] = await readdir(join(dataDirectory, 'mail'));
    expect(name).toMatch(/^\d{4}-\d\d-\d\dT.*-ona@example\.org-\w{6}\.txt$/);
    const file = join(dataDirectory, 'mail', name);
    const text = await readFile(file, 'utf8');
    expect(text).toContain(
      'From: Talka <talka@talka.example>\nTo: ona@example.org\nSubject: Patvirtinkite el. pašto adresą\n\n',
    );
    expect(text).toContain('\n\nhttps://talka.example/x?a=1&b=2\n\n');
    expect((await stat(file)).mode & 0o077).toBe(0);
    expect(lines).toMatchObject([{ link: letter.action.url, to: letter.to, file }]);
  });

  test('an address cannot lead the file elsewhere', async () => {
    const mailer = createMailer({ smtpUrl: undefined, mailFrom, dataDirectory }, log());
    mailer.post({ ...letter, to: '../../etc/x@example.org' });
    await mailer.close();
    expect(await readdir(dataDirectory)).toEqual(['mail']);
    expect((await readdir(join(dataDirectory, 'mail'))).join()).toContain('.._.._etc_x@example.org');
  });
});

describe('with a mail server', () => {
  let server: Server;
  let received: string[];
  /** Answers of the server to DATA, taken one by one; then "250". */
  let verdicts: string[];
  beforeEach(async () => {
    received = [];
    verdicts = [];
    server = createServer((socket) => converse(socket));
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  });
  afterEach(() => new Promise((closed) => server.close(closed)));

  function converse(socket: Socket): void {
    let text = '';
    let inLetter = false;
    socket.on('error', () => socket.destroy());
    socket.write('220 test\r\n');
    socket.on('data', (chunk) => {
      text += chunk;
      for (;;) {
        const end = inLetter ? '\r\n.\r\n' : '\r\n';
        const at = text.indexOf(end);
        if (at < 0) return;
        const part = text.slice(0, at);
        text = text.slice(at + end.length);
        received.push(part);
        if (inLetter) socket.write(`${verdicts.shift() ?? '250 taken'}\r\n`);
        else if (part === 'DATA') socket.write('354 go on\r\n');
        else if (part === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
        inLetter = part === 'DATA';
      }
    });
  }
  const smtpUrl = () => `smtp://127.0.0.1:${(server.address() as { port: number }).port}`;

  test('a letter goes out as text and HTML', async () => {
    const mailer = createMailer({ smtpUrl: smtpUrl(), mailFrom, dataDirectory }, log());
    mailer.post(letter);
    await mailer.settled();
    await mailer.close();
    expect(received).toContain('MAIL FROM:<talka@talka.example>');
    expect(received).toContain('RCPT TO:<ona@example.org>');
    const sent = received.find((part) => part.includes('multipart/alternative')) ?? '';
    expect(sent).toMatch(/^From: Talka <talka@talka\.example>/m);
    expect(sent).toMatch(/^To: ona@example\.org/m);
    expect(sent).toContain('Content-Type: text/plain');
    expect(sent).toContain('Content-Type: text/html');
    expect(await readdir(dataDirectory)).toEqual([]);
    expect(lines).toEqual([]);
  });

  test('a final refusal is not repeated and stands in the log without the link', async () => {
    verdicts = ['550 no such mailbox'];
    const mailer = createMailer({ smtpUrl: smtpUrl(), mailFrom, dataDirectory }, log());
    mailer.post(letter);
    await mailer.settled();
    await mailer.close();
    expect(received.filter((part) => part === 'DATA')).toHaveLength(1);
    expect(lines).toMatchObject([{ level: 50, subject: 'mail.confirm.subject' }]);
    expect(JSON.stringify(lines)).not.toContain('talka.example/x');
  });

  test('a letter refused for now is tried once more when the server stops', async () => {
    verdicts = ['451 later'];
    const mailer = createMailer({ smtpUrl: smtpUrl(), mailFrom, dataDirectory }, log());
    mailer.post(letter);
    await expect.poll(() => received.filter((part) => part === 'DATA').length).toBe(1);
    await mailer.close();
    expect(received.filter((part) => part === 'DATA')).toHaveLength(2);
    expect(lines).toEqual([]);
  });
});
