import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { endPauses, jobsDone, jobsOf } from '../../../test/jobs.ts';
import { until } from '../../../test/until.ts';
import { embeddedWorld, type World } from '../../../test/world.ts';
import { rowsOf } from '../database/database.ts';
import { type Jobs, openJobs } from '../jobs/jobs.ts';
import type { Letter } from './letter.ts';
import { createMailer, type Mailer } from './mailer.ts';

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

let world: World;
let jobs: Jobs;
let mailer: Mailer;
let dataDirectory: string;
let lines: Record<string, unknown>[];
beforeAll(async () => {
  world = await embeddedWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  lines = [];
  dataDirectory = await mkdtemp(join(tmpdir(), 'talka-mailer-'));
});
afterEach(async () => {
  await jobs.stop();
  mailer.close();
  await sql`delete from pgboss.job`.execute(rowsOf(world.em()));
  await rm(dataDirectory, { recursive: true });
});

/** A process that takes letters, and sends them once told to work. */
async function open(smtpUrl?: string): Promise<void> {
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  jobs = await openJobs({ orm: world.orm, log });
  mailer = createMailer({ smtpUrl, mailFrom, dataDirectory }, { jobs, fork: () => world.em(), log });
}
async function post(...letters: Letter[]): Promise<void> {
  for (const each of letters) mailer.post(each);
  await mailer.settled();
}

describe('a letter', () => {
  test('outlives the process that took it and is deleted once it is sent', async () => {
    await open();
    await post(letter);
    await jobs.stop();
    expect(await jobsOf(world, 'letters')).toMatchObject([{ state: 'created', data: { letter } }]);
    await open();
    await jobs.start();
    await jobsDone(world);
    expect(await readdir(join(dataDirectory, 'mail'))).toHaveLength(1);
    expect(await jobsOf(world, 'letters')).toEqual([]);
  });

  test('whose link has ended meanwhile is not sent', async () => {
    await open();
    await post({ ...letter, hours: 0 });
    await jobs.start();
    await jobsDone(world);
    expect(await readdir(dataDirectory)).toEqual([]);
    expect(lines).toMatchObject([{ level: 40, subject: 'mail.confirm.subject' }]);
  });
});

describe('without a mail server', () => {
  test('a letter becomes a file for its owner alone, and its link stands in the log', async () => {
    await open();
    await jobs.start();
    await post(letter);
    await jobsDone(world);

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

  test('the letters of somebody who leaves are deleted, those of others stay', async () => {
    await open();
    await mailer.forget(letter.to);
    await jobs.start();
    await post(letter, { ...letter, to: 'kita.ona@example.org' });
    await jobsDone(world);
    await mailer.forget(letter.to);
    expect((await readdir(join(dataDirectory, 'mail'))).join()).toMatch(/^[^,]*-kita\.ona@example\.org-[^,]*$/);
  });

  test('an address cannot lead the file elsewhere', async () => {
    await open();
    await jobs.start();
    await post({ ...letter, to: '../../etc/x@example.org' });
    await jobsDone(world);
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

  const attempts = () => received.filter((part) => part === 'DATA').length;

  test('a letter goes out as text and HTML', async () => {
    await open(smtpUrl());
    await jobs.start();
    await post(letter);
    await jobsDone(world);
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

  test('a final refusal is not repeated; the letter lies among the dead, its link not in the log', async () => {
    verdicts = ['550 no such mailbox'];
    await open(smtpUrl());
    await jobs.start();
    await post(letter);
    await until(async () => (await jobsOf(world, 'dead-letters')).length === 1);
    expect(attempts()).toBe(1);
    expect(await jobsOf(world, 'letters')).toMatchObject([
      { state: 'failed', output: { reason: expect.stringContaining('550 no such mailbox') } },
    ]);
    expect(lines).toMatchObject([{ level: 50, queue: 'letters', attempt: 1 }]);
    expect(JSON.stringify(lines)).not.toContain('talka.example/x');
  });

  test('a letter refused for now waits and is tried again', async () => {
    verdicts = ['451 later'];
    await open(smtpUrl());
    await jobs.start();
    await post(letter);
    await until(async () => (await jobsOf(world, 'letters'))[0]?.state === 'retry');
    await endPauses(world);
    await post({ ...letter, to: 'jonas@example.org' });
    await jobsDone(world);
    expect(attempts()).toBe(3);
    expect(await jobsOf(world, 'letters')).toEqual([]);
    expect(lines).toMatchObject([{ level: 40, queue: 'letters', attempt: 1 }]);
  });
});
