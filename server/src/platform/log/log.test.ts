import { describe, expect, test } from 'vitest';
import { createLog } from './log.ts';

/** What one line of the log says. */
function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  const lines: string[] = [];
  write(createLog({ logLevel: 'debug' }, { write: (line) => void lines.push(line) }));
  for (const line of lines) JSON.parse(line);
  return lines.join('');
}

describe('the log', () => {
  test.each<[string, object]>([
    ['a password', { body: { email: 'ona@example.org', password: 'hunter2-hunter2' } }],
    ['a password with quotes', { newPassword: 'say "hunter2"' }],
    ['a cookie', { req: { headers: { cookie: 'talka.session_token=hunter2' } } }],
    ['set cookies', { headers: { 'set-cookie': ['a=hunter2; Path=/', 'b=hunter2'] } }],
    ['a token deep inside', { details: [{ user: { session: { accessToken: 'hunter2' } } }] }],
    ['an authorization', { headers: { authorization: 'Bearer hunter2hunter2' } }],
    ['a one-time link', { url: '/lt/reset-password?token=hunter2&next=%2Flt' }],
    ['a code of another service', { url: 'https://talka.example/api/auth/callback/oidc?code=hunter2&state=hunter2' }],
    ['the password of the database', { err: new Error('connect postgres://talka:hunter2@db.example/talka failed') }],
    ['the password of the mail server', { err: new Error('smtps://talka:hunter2@mail.example refused') }],
    ['a bearer in a message', { err: new Error('sent Authorization: Bearer hunter2hunter2') }],
  ])('never holds %s', (_what, fields) => {
    expect(logged((log) => log.error(fields, 'something failed'))).not.toContain('hunter2');
    expect(logged((log) => log.error(fields, 'something failed'))).toContain('[hidden]');
  });

  test('keeps what helps to find a fault', () => {
    const line = logged((log) =>
      log.warn({ reference: 'r-1', tokens: 5, url: '/lt/find?what=laser', err: new Error('no such table') }, 'failed'),
    );
    for (const part of ['"reference":"r-1"', '"tokens":5', '/lt/find?what=laser', 'no such table']) {
      expect(line).toContain(part);
    }
  });

  test('shows the link of an e-mail that no mail server sends', () => {
    const link = 'http://localhost:4000/lt/reset-password?token=abc';
    expect(logged((log) => log.info({ link }, 'e-mail written'))).toContain(link);
  });
});
