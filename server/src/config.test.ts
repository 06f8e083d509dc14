import { describe, expect, test } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('the environment', () => {
  test('needs nothing set: the embedded database with the demonstration network on port 4000', () => {
    expect(readConfig({})).toMatchObject({
      port: 4000,
      dataDirectory: './data',
      databaseUrl: undefined,
      demo: true,
      origin: 'http://localhost:4000',
      originIsGiven: false,
    });
  });

  test('leaves the demonstration network out of a PostgreSQL database unless asked', () => {
    const databaseUrl = 'postgres://talka@db/talka';
    expect(readConfig({ DATABASE_URL: databaseUrl }).demo).toBe(false);
    expect(readConfig({ DATABASE_URL: databaseUrl, DEMO: '1' }).demo).toBe(true);
    expect(readConfig({ DEMO: '0' }).demo).toBe(false);
  });

  test('treats an empty value as not set', () => {
    expect(readConfig({ PORT: '', SMTP_URL: '' })).toMatchObject({ port: 4000, smtpUrl: undefined });
  });

  test('keeps only the origin of the public address', () => {
    expect(readConfig({ ORIGIN: 'https://talka.example/lt/' })).toMatchObject({
      origin: 'https://talka.example',
      originIsGiven: true,
    });
  });

  test('takes a secret that is long enough, and repeats none that is not', () => {
    const secret = 'a'.repeat(32);
    expect(readConfig({ AUTH_SECRET: secret }).authSecret).toBe(secret);
    expect(readConfig({}).authSecret).toBeUndefined();
    expect(() => readConfig({ AUTH_SECRET: 'hush' })).toThrow(
      'AUTH_SECRET must have at least 32 characters, but it does not.',
    );
  });

  test('takes a sign-in service only whole', () => {
    const given = { OIDC_ISSUER: 'https://id.example/', OIDC_CLIENT_ID: 'talka', OIDC_CLIENT_SECRET: 'hush' };
    expect(readConfig(given).oidc).toEqual({
      issuer: 'https://id.example',
      clientId: 'talka',
      clientSecret: 'hush',
      name: 'OpenID',
    });
    expect(readConfig({}).oidc).toBeUndefined();
    expect(() => readConfig({ ...given, OIDC_CLIENT_SECRET: '' })).toThrow(/must be set together/);
    expect(() => readConfig({ ...given, OIDC_ISSUER: 'http://id.example' })).toThrow(/OIDC_ISSUER must be an address/);
  });

  test.each([
    [{ PORT: 'http' }, 'PORT must be a port number from 0 to 65535, but it is "http".'],
    [
      { TRUSTED_PROXIES: 'proxy' },
      'TRUSTED_PROXIES must be addresses, networks such as 10.0.3.0/24, or loopback, but it is "proxy".',
    ],
    [{ PORT: '70000' }, 'PORT must be a port number from 0 to 65535, but it is "70000".'],
    [
      { DATABASE_URL: 'mysql://x' },
      'DATABASE_URL must start with postgres:// or postgresql://, but it is "mysql://x".',
    ],
    [{ NATS_URL: 'http://x' }, 'NATS_URL must start with nats:// or tls://, but it is "http://x".'],
    [{ DEMO: 'yes' }, 'DEMO must be 0 or 1, but it is "yes".'],
    [{ ORIGIN: 'talka' }, 'ORIGIN must be the public address, such as https://talka.example, but it is "talka".'],
    [{ SMTP_URL: 'mail' }, 'SMTP_URL must start with smtp:// or smtps://, but it is "mail".'],
  ])('says in one sentence what is wrong with %j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(new ConfigError(sentence));
  });

  test('names every wrong value at once', () => {
    expect(() => readConfig({ PORT: 'x', DEMO: 'y' })).toThrow(/^PORT .*\nDEMO /);
  });
});
