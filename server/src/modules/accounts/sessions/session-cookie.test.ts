import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { signedToken } from './session-cookie.ts';

const name = 'talka.session_token';
const header = (token: string, secret: string) =>
  `${name}=${encodeURIComponent(`${token}.${createHmac('sha256', secret).update(token).digest('base64')}`)}`;

test('a session cookie is read as it was signed', () => {
  for (const token of ['k3yT0ken', 'with.dots.within', 'ąžuolas ir=ženklai;']) {
    const cookie = header(token, 'our secret');
    expect(signedToken(`locale=lt; ${cookie}; theme=dark`, name, 'our secret')).toBe(token);
    expect(signedToken(`  ${cookie}`, name, 'our secret')).toBe(token);
  }
});

test.each([
  ['another secret', header('k3yT0ken', 'their secret')],
  ['another token', header('k3yT0ken', 'our secret').replace('k3y', 'k4y')],
  ['a longer token', header('k3yT0ken', 'our secret').replace('k3y', 'kk3y')],
  ['no signature', `${name}=k3yT0ken`],
  ['an empty signature', `${name}=k3yT0ken.`],
  ['no token', header('', 'our secret')],
  ['another name', `other.${header('k3yT0ken', 'our secret')}`],
  ['broken escapes', `${name}=%E0%A4%A.%ZZ`],
  ['nothing at all', ''],
])('a cookie with %s opens no session', (_what, cookie) => {
  expect(signedToken(cookie, name, 'our secret')).toBeUndefined();
});
