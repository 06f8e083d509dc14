import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Accounts, accountsOf, testOrigin } from '../../../../test/accounts.ts';
import { signInUnconfirmed, signUpAndIn } from '../../../../test/factories/signing-in.ts';
import { embeddedWorld, type World } from '../../../../test/world.ts';
import { createHttpServer } from '../../../platform/http/server.ts';
import { authRoutes } from './auth.routes.ts';

let world: World;
let accounts: Accounts;
const http = createHttpServer(pino({ level: 'silent' }));
beforeAll(async () => {
  world = await embeddedWorld();
  accounts = await accountsOf(world);
  await http.register(authRoutes(accounts.handle));
  http.post('/elsewhere', async (request) => request.body);
});
afterAll(async () => {
  await http.close();
  await accounts.close();
  await world.close();
});

const json = { 'content-type': 'application/json', origin: testOrigin };
const account = { name: 'Ona', email: 'ona@example.org', password: 'medis kūnas upė' };
const post = (path: string, payload: object | string, headers: Record<string, string> = json) =>
  http.inject({ method: 'POST', url: `/api/auth${path}`, payload, headers });

describe('the account endpoints over HTTP', () => {
  test('sign in and set the cookie', async () => {
    await signUpAndIn(accounts, account);
    const answer = await post('/sign-in/email', account);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['content-type']).toContain('application/json');
    expect(answer.headers['cache-control']).toContain('no-store');
    const [cookie = ''] = [answer.headers['set-cookie'] ?? []].flat();
    const pair = cookie.split(';')[0] ?? '';
    expect((await accounts.ask(pair, '{ me { email } }')).data).toEqual({ me: { email: 'ona@example.org' } });
  });

  test('sign out only with the cookie of that browser, from our own pages', async () => {
    const [cookie = ''] = [(await post('/sign-in/email', account)).headers['set-cookie'] ?? []].flat();
    const headers = { ...json, cookie: cookie.split(';')[0] ?? '' };
    const foreign = await post('/sign-out', {}, { ...headers, origin: 'https://elsewhere.example' });
    expect(foreign.statusCode).toBe(403);
    expect((await accounts.ask(headers.cookie, '{ me { email } }')).data?.me).not.toBeNull();
    expect((await post('/sign-out', {}, headers)).statusCode).toBe(200);
    expect((await accounts.ask(headers.cookie, '{ me { email } }')).data).toEqual({ me: null });
  });

  test('another site can neither sign somebody up nor in', async () => {
    for (const path of ['/email-code/sign-up', '/email-code/sign-in', '/sign-in/email']) {
      const answer = await post(path, account, { ...json, origin: 'https://elsewhere.example' });
      expect(answer.statusCode).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  test('no e-mail leads away from our pages', async () => {
    const { email } = await signInUnconfirmed(accounts);
    const body = { email, callbackURL: 'https://elsewhere.example/' };
    expect((await post('/send-verification-email', body)).statusCode).toBe(403);
    expect(await accounts.emailsTo(email)).toHaveLength(1);
  });

  test('no link leads to another host in the guise of a path', async () => {
    const callbackURL = '/..//elsewhere.example';
    const { email } = await signInUnconfirmed(accounts);
    expect((await post('/send-verification-email', { email, callbackURL })).statusCode).toBe(403);
    expect(await accounts.emailsTo(email)).toHaveLength(1);
    const url = `/api/auth/verify-email?token=x&callbackURL=${callbackURL}`;
    const followed = await http.inject({ method: 'GET', url });
    expect(followed.statusCode).toBe(403);
    expect(followed.headers.location).toBeUndefined();
  });

  test.each([
    ['POST', '/sign-up/email'],
    ['POST', '/update-user'],
    ['POST', '/delete-user'],
    ['POST', '/change-email'],
    ['GET', '/list-sessions'],
    ['GET', '/get-session'],
    ['POST', '/sign-in/social'],
    ['GET', '/sign-in/email'],
    ['POST', '/sign-in/email/'],
    ['GET', '/nothing'],
  ] as const)('%s %s is not there', async (method, path) => {
    const answer = await http.inject({ method, url: `/api/auth${path}`, headers: json });
    expect([answer.statusCode, answer.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
  });

  test.each([
    ['broken JSON', '{"email":', json],
    ['a list', '[]', json],
    ['null', 'null', json],
    ['nothing', '', json],
    ['objects where text is due', JSON.stringify({ name: {}, email: [], password: { $ne: '' } }), json],
  ])('%s is refused in words', async (_, payload, headers) => {
    for (const path of [
      '/email-code/sign-up',
      '/email-code/enter',
      '/sign-in/email',
      '/request-password-reset',
      '/reset-password',
    ]) {
      const answer = await post(path, payload, headers);
      expect(answer.statusCode).toBe(400);
    }
  });

  test('what is refused is no failure of ours in the log', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'error' }, { write: (line) => lines.push(line) });
    const logged = await accountsOf(world, testOrigin, log);
    const request = { method: 'POST', headers: json, body: '{"email":' };
    const answer = await logged.handle(new Request(`${testOrigin}/api/auth/sign-in/email`, request));
    expect([answer.status, lines]).toEqual([400, []]);
    await logged.close();
  });

  test('a form in another coding is refused', async () => {
    const answer = await post('/request-password-reset', 'email=ona', { ...json, 'content-type': 'text/plain' });
    expect(answer.statusCode).toBe(415);
  });

  test('more than 16 KiB is refused, here alone', async () => {
    const payload = { ...account, name: 'x'.repeat(17_000) };
    expect((await post('/email-code/sign-up', payload)).statusCode).toBe(413);
    const elsewhere = await http.inject({ method: 'POST', url: '/elsewhere', payload, headers: json });
    expect([elsewhere.statusCode, elsewhere.json()]).toEqual([200, payload]);
  });

  test('a client cannot pass for many by naming other addresses', async () => {
    const statuses: number[] = [];
    for (let time = 1; time <= 31; time += 1) {
      const headers = { ...json, 'x-forwarded-for': `203.0.113.${time}` };
      const answer = await http.inject({
        method: 'POST',
        url: '/api/auth/sign-in/email',
        payload: { email: `n${time}@example.org`, password: 'x' },
        headers,
        remoteAddress: '192.0.2.7',
      });
      statuses.push(answer.statusCode);
    }
    expect(statuses.at(-1)).toBe(429);
  });
});
