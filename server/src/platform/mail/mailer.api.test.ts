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
import type { Email } from './email.ts';
import { createMailer, type Mailer } from './mailer.ts';

const email: Email = {
  to: 'ona@example.org',
  locale: 'lt',
  subject: 'Patvirtinkite el. pašto adresą',
  text: 'Sveiki, Ona,\n\nhttps://talka.example/x?a=1&b=2\n\nIki',
  html: '<p>Sveiki, Ona,</p>',
  link: 'https://talka.example/x?a=1&b=2',
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

/** A process that takes e-mails, and sends them once told to work. */
async function open(smtpUrl?: string): Promise<void> {
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  jobs = await openJobs({ orm: world.orm, log, context: world.context });
  mailer = createMailer({ smtpUrl, mailFrom, dataDirectory }, { jobs, fork: () => world.em(), log });
}
async function send(...all: Email[]): Promise<void> {
  for (const each of all) mailer.send(each);
  await mailer.settled();
}

describe('an e-mail', () => {
  test('outlives the process that took it and is deleted once it is sent', async () => {
    await open();
    await send(email);
    await jobs.stop();
    expect(await jobsOf(world, 'emails')).toMatchObject([{ state: 'created', data: { email } }]);
    await open();
    await jobs.start();
    await jobsDone(world);
    expect(await readdir(join(dataDirectory, 'mail'))).toHaveLength(1);
    expect(await jobsOf(world, 'emails')).toEqual([]);
  });

  test('whose link has ended meanwhile is not sent', async () => {
    await open();
    await send({ ...email, hours: 0 });
    await jobs.start();
    await jobsDone(world);
    expect(await readdir(dataDirectory)).toEqual([]);
    expect(lines).toMatchObject([{ level: 40, job: expect.any(String) }]);
  });
});

describe('without a mail server', () => {
  test('an e-mail becomes a file for its owner alone, and its link stands in the log', async () => {
    await open();
    await jobs.start();
    await send(email);
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
    expect(lines).toMatchObject([{ link: email.link, to: email.to, file }]);
  });

  test('what comes with an e-mail lies beside it, and goes with it', async () => {
    await open();
    await jobs.start();
    const content = 'BEGIN:VCALENDAR';
    await send({ ...email, attachments: [{ filename: '../laikas.ics', contentType: 'text/calendar', content }] });
    await jobsDone(world);
    const names = (await readdir(join(dataDirectory, 'mail'))).sort();
    expect(names).toEqual([expect.stringMatching(/-1-\.\._laikas\.ics$/), expect.stringMatching(/\.txt$/)]);
    expect(await readFile(join(dataDirectory, 'mail', names[0] ?? ''), 'utf8')).toBe(content);
    await mailer.forget(email.to);
    expect(await readdir(join(dataDirectory, 'mail'))).toEqual([]);
  });

  test('the e-mails of somebody who leaves are deleted, those of others stay', async () => {
    await open();
    await mailer.forget(email.to);
    await jobs.start();
    await send(email, { ...email, to: 'kita.ona@example.org' });
    await jobsDone(world);
    await mailer.forget(email.to);
    expect((await readdir(join(dataDirectory, 'mail'))).join()).toMatch(/^[^,]*-kita\.ona@example\.org-[^,]*$/);
  });

  test('an address cannot lead the file elsewhere', async () => {
    await open();
    await jobs.start();
    await send({ ...email, to: '../../etc/x@example.org' });
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
        received.push(part);
        if (inEmail) socket.write(`${verdicts.shift() ?? '250 taken'}\r\n`);
        else if (part === 'DATA') socket.write('354 go on\r\n');
        else if (part === 'QUIT') socket.end('221 bye\r\n');
        else socket.write('250 fine\r\n');
        inEmail = part === 'DATA';
      }
    });
  }
  const smtpUrl = () => `smtp://127.0.0.1:${(server.address() as { port: number }).port}`;

  const attempts = () => received.filter((part) => part === 'DATA').length;

  test('an e-mail goes out as text and HTML', async () => {
    await open(smtpUrl());
    await jobs.start();
    await send(email);
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

  test('an e-mail takes along the files and headers that its module gives it', async () => {
    await open(smtpUrl());
    await jobs.start();
    await send({
      ...email,
      headers: { 'List-Unsubscribe': '<https://talka.example/lt/settings>' },
      attachments: [
        { filename: 'laikas.ics', contentType: 'text/calendar; method=REQUEST', content: 'BEGIN:VCALENDAR' },
        { filename: 'bilietas.pdf', contentType: 'application/pdf', content: 'JVBERg==', encoding: 'base64' },
      ],
    });
    await jobsDone(world);
    const sent = received.find((part) => part.includes('multipart/mixed')) ?? '';
    expect(sent).toMatch(/^List-Unsubscribe: <https:\/\/talka\.example\/lt\/settings>/m);
    expect(sent).toMatch(/^Content-Language: lt/m);
    expect(sent).toMatch(/^Content-Type: text\/calendar; (charset=utf-8; )?method=REQUEST; name=laikas\.ics/m);
    expect(sent).toContain(Buffer.from('BEGIN:VCALENDAR').toString('base64'));
    expect(sent).toMatch(/^Content-Disposition: attachment; filename=bilietas\.pdf/m);
    expect(sent).toContain('JVBERg==');
  });

  test('a final refusal is not repeated; the e-mail lies among the dead, its link not in the log', async () => {
    verdicts = ['550 no such mailbox'];
    await open(smtpUrl());
    await jobs.start();
    await send(email);
    await until(async () => (await jobsOf(world, 'dead-letters')).length === 1);
    expect(attempts()).toBe(1);
    expect(await jobsOf(world, 'emails')).toMatchObject([
      { state: 'failed', output: { reason: expect.stringContaining('550 no such mailbox') } },
    ]);
    expect(lines).toMatchObject([{ level: 50, queue: 'emails', attempt: 1 }]);
    expect(JSON.stringify(lines)).not.toContain('talka.example/x');
  });

  test('an e-mail refused for now waits and is tried again', async () => {
    verdicts = ['451 later'];
    await open(smtpUrl());
    await jobs.start();
    await send(email);
    await until(async () => (await jobsOf(world, 'emails'))[0]?.state === 'retry');
    await endPauses(world);
    await send({ ...email, to: 'jonas@example.org' });
    await jobsDone(world);
    expect(attempts()).toBe(3);
    expect(await jobsOf(world, 'emails')).toEqual([]);
    expect(lines).toMatchObject([{ level: 40, queue: 'emails', attempt: 1 }]);
  });
});
