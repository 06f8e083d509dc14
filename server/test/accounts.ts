import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import type { OidcProvider } from '../src/config.ts';
import { authHandler, type HandleAuth } from '../src/modules/accounts/auth/auth.routes.ts';
import { createAuth } from '../src/modules/accounts/auth/auth.ts';
import { authPath } from '../src/modules/accounts/auth/auth-options.ts';
import { readOrCreateSecret } from '../src/modules/accounts/auth/secret.ts';
import { type Authenticate, sessionReader } from '../src/modules/accounts/sessions/session.reader.ts';
import { clientAddressHeader } from '../src/platform/http/headers.ts';
import { openJobs } from '../src/platform/jobs/jobs.ts';
import { createMailer } from '../src/platform/mail/mailer.ts';
import { jobsDone } from './jobs.ts';
import type { Answer, World } from './world.ts';

/** An e-mail as its reader finds it. */
export interface Received {
  readonly subject: string;
  readonly text: string;
  /** Its first link. */
  readonly link: string;
  /** Its code of six digits; empty where it has none. */
  readonly code: string;
}

interface Asking {
  /** What the browser sends as `Cookie`. */
  cookie?: string;
  /** The network address; one of its own for each request where left out, so that limits do not mix. */
  address?: string;
  language?: string;
  userAgent?: string;
}

/** Accounts of a world: the real endpoints, e-mails as files, sessions in the database. */
export interface Accounts {
  readonly world: World;
  readonly handle: HandleAuth;
  readonly authenticate: Authenticate;
  /** Posts to an account endpoint such as `/sign-in/email`. */
  post(path: string, body: object, asking?: Asking): Promise<Response>;
  /** Reads from an account endpoint such as `/email-code/pending`. */
  get(path: string, asking?: Asking): Promise<Response>;
  /** Confirms an address with the link of an e-mail, as its page does for whoever is signed in. */
  confirm(mail: Received | undefined, asking?: Asking): Promise<Response>;
  /** The e-mails that went to an address, oldest first. */
  emailsTo(email: string): Promise<Received[]>;
  /** Asks GraphQL as whoever the cookie stands for. */
  ask<Data = Record<string, never>>(
    cookie: string,
    document: string,
    variables?: Record<string, unknown>,
  ): Promise<Answer<Data>>;
  close(): Promise<void>;
}

export const testOrigin = 'https://talka.example';

let asked = 0;
const nextAddress = () => {
  asked += 1;
  return `198.51.${Math.floor(asked / 250)}.${asked % 250}`;
};

/** Opens accounts on a world. */
export async function accountsOf(
  world: World,
  origin = testOrigin,
  log: Logger = pino({ level: process.env.LOG_LEVEL ?? 'silent' }),
  oidc?: OidcProvider,
): Promise<Accounts> {
  const folder = await mkdtemp(join(tmpdir(), 'talka-mail-'));
  const jobs = await openJobs({ orm: world.orm, log, context: world.context });
  const mailer = createMailer(
    { smtpUrl: undefined, mailFrom: 'Talka <talka@talka.example>', dataDirectory: folder },
    { jobs, fork: () => world.em(), log },
  );
  await jobs.start();
  const secret = await readOrCreateSecret(world.em());
  const auth = await createAuth({ orm: world.orm, config: { origin, originIsGiven: true, oidc }, mailer, log, secret });
  const handle = authHandler(auth, log, { responseStep: 1, openId: oidc !== undefined });
  const authenticate = sessionReader(auth, world.orm, () => world.now);
  const headersOf = ({ cookie, address, language, userAgent }: Asking) =>
    new Headers({
      origin,
      [clientAddressHeader]: address ?? nextAddress(),
      ...(cookie && { cookie }),
      ...(language && { 'accept-language': language }),
      ...(userAgent && { 'user-agent': userAgent }),
    });
  const get: Accounts['get'] = (path, asking = {}) =>
    handle(new Request(`${origin}${authPath}${path}`, { headers: headersOf(asking) }));
  return {
    world,
    handle,
    authenticate,
    post(path, body, asking = {}) {
      const headers = headersOf(asking);
      headers.set('content-type', 'application/json');
      return handle(
        new Request(`${origin}${authPath}${path}`, { method: 'POST', headers, body: JSON.stringify(body) }),
      );
    },
    get,
    confirm: (mail, asking) => get(`/verify-email${new URL(mail?.link ?? '').search}`, asking),
    async emailsTo(email) {
      await mailer.settled();
      await jobsDone(world);
      const files = await readdir(join(folder, 'mail')).catch(() => []);
      const all = await Promise.all(files.map((file) => written(join(folder, 'mail', file))));
      const toThem = all.filter(({ text }) => text.includes(`\nTo: ${email}\n`));
      return toThem.sort((a, b) => Number(a.at - b.at)).map(({ text }) => received(text));
    },
    async ask(cookie, document, variables) {
      const { actor, locale } = await authenticate(new Headers({ cookie, 'accept-language': 'en' }));
      const context = { ...world.context(), actor, locale };
      return world.askIn(context, document, variables);
    },
    async close() {
      await mailer.settled();
      await jobs.stop();
      mailer.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A file with the moment at which it was written by the clock of the disk, for that of the test stands still. */
const written = async (path: string) => ({
  text: await readFile(path, 'utf8'),
  at: (await stat(path, { bigint: true })).mtimeNs,
});

const received = (file: string): Received => ({
  subject: /^Subject: (.*)$/m.exec(file)?.[1] ?? '',
  text: file.slice(file.indexOf('\n\n') + 2),
  link: /https?:\/\/\S+/.exec(file)?.[0] ?? '',
  code: /^\s*(\d{6})$/m.exec(file)?.[1] ?? '',
});

/** What a browser would send back after an answer; empty where the answer set or kept no cookie. */
export function cookieOf(response: Response): string {
  const pairs = response.headers.getSetCookie().filter((cookie) => !/max-age=0/i.test(cookie));
  return pairs.map((cookie) => cookie.split(';')[0]).join('; ');
}

/** Everything an answer tells, but for the values that differ by nature. */
export async function told(response: Response) {
  const body = await response.text();
  return {
    status: response.status,
    headers: [...response.headers.keys()].sort(),
    body: body.replace(/"(id|email|createdAt|updatedAt)":"[^"]*"/g, '"$1":…'),
  };
}
