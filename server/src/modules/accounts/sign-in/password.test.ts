import { expect, test } from 'vitest';
import { hashPassword, PasswordsBusyError, verifyPassword } from './password.ts';

test('a password is known again, another is not', async () => {
  const hash = await hashPassword('medis kūnas upė');
  expect(hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
  expect(await verifyPassword({ hash, password: 'medis kūnas upė' })).toBe(true);
  expect(await verifyPassword({ hash, password: 'medis kunas upe' })).toBe(false);
});

test('the same password has another digest each time', async () => {
  expect(await hashPassword('vienodas')).not.toBe(await hashPassword('vienodas'));
});

test('letters composed in another way are the same password', async () => {
  const hash = await hashPassword('u\u0304dra');
  expect(await verifyPassword({ hash, password: '\u016bdra' })).toBe(true);
});

test('a digest by another program with other costs is read', async () => {
  // argon2 reference program: echo -n password | argon2 somesalt -id -v 13 -t 2 -k 65536 -p 1 -l 32
  const hash = '$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc';
  expect(await verifyPassword({ hash, password: 'password' })).toBe(true);
  expect(await verifyPassword({ hash, password: 'Password' })).toBe(false);
});

test.each(['', 'plain', '$2b$10$abcdefghijklmnopqrstuv', '$argon2id$v=19$m=1,t=1,p=1$$'])(
  'what is no digest of ours matches nothing: %j',
  async (hash) => {
    expect(await verifyPassword({ hash, password: 'plain' })).toBe(false);
  },
);

test('a flood is turned away, and those before it are served', async () => {
  const results = await Promise.allSettled(Array.from({ length: 110 }, () => hashPassword('x')));
  const turnedAway = results.filter(({ status }) => status === 'rejected');
  expect(turnedAway).toHaveLength(8);
  expect(turnedAway.every((each) => each.status === 'rejected' && each.reason instanceof PasswordsBusyError)).toBe(
    true,
  );
  expect(await hashPassword('y')).toContain('$argon2id$');
});
