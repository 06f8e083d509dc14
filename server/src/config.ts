import { z } from 'zod';
import { isProxyList } from './shared/network/trusted-proxies.ts';

const schema = z.object({
  PORT: z.coerce
    .number({ error: 'must be a port number from 0 to 65535' })
    .int()
    .min(0)
    .max(65535, 'must be a port number from 0 to 65535')
    .default(4000),
  HOST: z.string().min(1, 'must be an address to listen on, such as 127.0.0.1 or 0.0.0.0').default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'must be a folder').default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must start with postgres:// or postgresql://')
    .optional(),
  NATS_URL: z
    .string()
    .regex(/^(nats|tls):\/\/./, 'must start with nats:// or tls://')
    .optional(),
  ORIGIN: z
    .url({ protocol: /^https?$/, error: 'must be the public address, such as https://talka.example' })
    .transform((value) => new URL(value).origin)
    .optional(),
  DEMO: z
    .enum(['0', '1'], 'must be 0 or 1')
    .transform((value) => value === '1')
    .optional(),
  SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\//, 'must start with smtp:// or smtps://')
    .optional(),
  MAIL_FROM: z.string().min(3).default('Talka <talka@localhost>'),
  MAP_STYLE_URL: z.url({ protocol: /^https?$/, error: 'must be the address of a MapLibre style' }).optional(),
  SECURITY_CONTACT: z
    .string()
    .regex(/^(mailto:\S+@\S+|https:\/\/\S+|tel:\+[\d-]+)$/, 'must start with mailto:, https:// or tel:+')
    .optional(),
  AUTH_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  OIDC_ISSUER: z
    .string()
    .regex(/^https:\/\/|^http:\/\/(localhost|127\.0\.0\.1)[:/]/, 'must be an address with https://')
    .optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  OIDC_NAME: z.string().max(60, 'must have at most 60 characters').default('OpenID'),
  TRUSTED_PROXIES: z
    .string()
    .refine(isProxyList, 'must be addresses, networks such as 10.0.3.0/24, or loopback')
    .default('loopback'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  INTROSPECTION: z
    .enum(['0', '1'], 'must be 0 or 1')
    .default('1')
    .transform((value) => value === '1'),
  RATE_LIMITS: z
    .enum(['0', '1'], 'must be 0 or 1')
    .default('1')
    .transform((value) => value === '1'),
  LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error', 'silent'], 'must be debug, info, warn, error or silent')
    .default('info'),
});

/** Every setting with what it is where it is left out, as far as that is fixed. */
export const settingDefaults: ReadonlyMap<string, unknown> = new Map(
  Object.entries(schema.shape).map(([name, setting]) => [name, setting.parse(undefined)]),
);

/** Another service whose accounts sign people in, by OpenID Connect. */
export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** What its button says. */
  readonly name: string;
}

/** Everything that may be set from outside; `docs/operations.md` explains each. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Where the embedded database, mails without SMTP and files are kept. */
  readonly dataDirectory: string;
  /** PostgreSQL instead of the embedded database. */
  readonly databaseUrl: string | undefined;
  /** By which several processes on one PostgreSQL wake each other, instead of its own notifications. */
  readonly natsUrl: string | undefined;
  /** The public address, without a path. */
  readonly origin: string;
  /** Whether the operator gave it; without it each page answers under the host it was asked at. */
  readonly originIsGiven: boolean;
  /** Load the demonstration network into an empty database. */
  readonly demo: boolean;
  readonly smtpUrl: string | undefined;
  readonly mailFrom: string;
  readonly mapStyleUrl: string | undefined;
  /** Whom to tell of a hole, as `security.txt` names them. */
  readonly securityContact: string | undefined;
  /** Signs cookies and links and encrypts second factors, instead of the secret that the database keeps. */
  readonly authSecret: string | undefined;
  readonly oidc: OidcProvider | undefined;
  /** Whose word on the address of a client is believed: addresses and networks, separated by commas. */
  readonly trustedProxies: string;
  /** Whether anybody may ask for the schema. */
  readonly introspection: boolean;
  /** Who sends it may read `/metrics`; left out, this machine alone may, and not through a proxy. */
  readonly metricsToken: string | undefined;
  /** Whether it is counted how often somebody asks; off for measuring. */
  readonly rateLimits: boolean;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A value in the environment that cannot be used; the message is for the person who set it. */
export class ConfigError extends Error {}

/** Reads and validates the environment. Throws {@link ConfigError} naming every wrong variable. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const result = schema.safeParse(given);
  if (!result.success) {
    const wrong = new Map(result.error.issues.map((issue) => [String(issue.path[0]), issue.message]));
    // A secret, even a wrong one, has no place on a screen.
    const is = (name: string) => (name.endsWith('_SECRET') ? 'it does not' : `it is "${given[name] ?? ''}"`);
    throw new ConfigError([...wrong].map(([name, message]) => `${name} ${message}, but ${is(name)}.`).join('\n'));
  }
  const env = result.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dataDirectory: env.DATA_DIR,
    databaseUrl: env.DATABASE_URL,
    natsUrl: env.NATS_URL,
    origin: env.ORIGIN ?? `http://localhost:${env.PORT}`,
    originIsGiven: env.ORIGIN !== undefined,
    demo: env.DEMO ?? env.DATABASE_URL === undefined,
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    mapStyleUrl: env.MAP_STYLE_URL,
    securityContact: env.SECURITY_CONTACT,
    authSecret: env.AUTH_SECRET,
    oidc: readOidc(env),
    trustedProxies: env.TRUSTED_PROXIES,
    metricsToken: env.METRICS_TOKEN,
    introspection: env.INTROSPECTION,
    rateLimits: env.RATE_LIMITS,
    logLevel: env.LOG_LEVEL,
  };
}

function readOidc(env: z.infer<typeof schema>): OidcProvider | undefined {
  const { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_NAME: name } = env;
  if (issuer && clientId && clientSecret) return { issuer: issuer.replace(/\/$/, ''), clientId, clientSecret, name };
  if (!issuer && !clientId && !clientSecret) return undefined;
  throw new ConfigError('OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET must be set together, but one is missing.');
}
