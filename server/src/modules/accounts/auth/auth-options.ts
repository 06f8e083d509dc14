import type { BetterAuthOptions } from 'better-auth';
import { APIError } from 'better-auth/api';
import type { Logger } from 'pino';
import type { Config } from '../../../config.ts';
import { type EntityManager, rowsOf } from '../../../platform/database/database.ts';
import { isOutage } from '../../../platform/database/retry.ts';
import { clientAddressHeader } from '../../../platform/http/headers.ts';
import { createRateLimits } from '../../../platform/limits/rate-limits.ts';
import type { Mailer } from '../../../platform/mail/mailer.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { localAddress } from '../../../shared/text/local-address.rules.ts';
import { isDemonstration } from '../../people/persons/person.reader.ts';
import { codeLimit } from '../email-code/code-limit.ts';
import { accountEmails } from '../emails/account-emails.ts';
import { codeEmails } from '../emails/code-emails.ts';
import { sendToMailbox } from '../emails/send-to-mailbox.ts';
import { claimCode } from '../second-factor/code-replay.ts';
import { isSignedInFrom } from '../sessions/live-sessions.reader.ts';
import { networkDigest } from '../sign-in/network-digest.ts';
import { onlyConfirmedAddresses, withoutTokens } from '../sign-in/open-id.ts';
import { hashPassword, PasswordsBusyError, verifyPassword } from '../sign-in/password.ts';
import { requestCounts } from '../sign-in/request-counts.ts';
import { signInLimit } from '../sign-in/sign-in-limit.ts';
import { takeOverUnconfirmed } from '../sign-in/take-over.service.ts';
import { freshSeconds, linkHours, passwordLength, sessionSeconds } from './account.rules.ts';
import { authTables } from './auth-database.ts';
import { authHooks } from './auth-hooks.ts';
import { authPlugins } from './auth-plugins.ts';

/** Where the account endpoints live. */
export const authPath = '/api/auth';

export interface AuthOptionParts {
  readonly em: EntityManager;
  readonly config: Pick<Config, 'origin' | 'originIsGiven' | 'oidc'>;
  readonly mailer: Mailer;
  readonly log: Logger;
  /** Signs cookies and links; see `readOrCreateSecret`. */
  readonly secret: string;
}

/** How better-auth works for us: on our tables, within our rules, in our words. */
export function authOptions({ em, config, mailer, log, secret }: AuthOptionParts) {
  const limits = createRateLimits(rowsOf(em), secret);
  const mailbox = sendToMailbox(mailer, limits);
  const emails = accountEmails(mailbox, config);
  const digest = networkDigest(secret);
  const limit = signInLimit(limits, digest, (email, network) => isSignedInFrom(rowsOf(em), email, network, new Date()));
  const hash = unlessBusy(hashPassword);
  const secure = config.origin.startsWith('https:');
  const options = {
    appName: 'Talka',
    baseURL: config.origin,
    basePath: authPath,
    secret,
    // Without a public address the host that a request names is the only one there is.
    trustedOrigins: (request) => (request && !config.originIsGiven ? [new URL(request.url).origin] : [config.origin]),
    user: {
      ...authTables.user,
      validateUserInfo: onlyConfirmedAddresses,
      additionalFields: { locale: { type: 'string', required: false } },
    },
    session: {
      ...authTables.session,
      expiresIn: sessionSeconds,
      freshAge: freshSeconds,
      // Thirty days from signing in; a page that is only read writes nothing.
      disableSessionRefresh: true,
      additionalFields: {
        actingOrganisationId: { type: 'string', required: false, input: false, fieldName: 'acting_organisation_id' },
        actingCentreId: { type: 'string', required: false, input: false, fieldName: 'acting_centre_id' },
        lastUsedAt: {
          type: 'date',
          required: false,
          input: false,
          fieldName: 'last_used_at',
          defaultValue: () => new Date(),
        },
      },
    },
    account: { ...authTables.account, updateAccountOnSignIn: false },
    verification: { ...authTables.verification, storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
      // Nobody has an account before they have shown that they read its mailbox; see `emailCode`.
      disableSignUp: true,
      password: { hash, verify: unlessBusy(verifyPassword) },
      resetPasswordTokenExpiresIn: linkHours.reset * 3600,
      sendResetPassword: async ({ user, token }) =>
        user.emailVerified ? emails.resetPassword(user, token) : emails.completeSignUp(user, token),
      revokeSessionsOnPasswordReset: true,
      // Whoever followed the link reads that mailbox.
      onPasswordReset: async ({ user }) => {
        await limit.reset(user.email);
        await rowsOf(em).updateTable('person').set({ email_verified: true }).where('id', '=', user.id).execute();
      },
    },
    emailVerification: {
      expiresIn: linkHours.confirm * 3600,
      sendVerificationEmail: async ({ user, token, url }) =>
        emails.confirmAddress(user, token, localAddress(new URL(url).searchParams.get('callbackURL') ?? '') ?? null),
    },
    plugins: authPlugins(config, {
      em,
      emails: codeEmails(mailbox, config),
      limit: codeLimit(limits, digest),
      secret,
      hash,
      takeOver: (owner) => takeOverUnconfirmed(rowsOf(em), owner),
    }),
    hooks: authHooks({
      limit,
      claimCode: (personId, code) => claimCode(rowsOf(em), personId, code, new Date()),
      isShared: (personId) => isDemonstration(rowsOf(em), personId),
    }),
    databaseHooks: {
      account: { create: { before: withoutTokens } },
      session: {
        create: {
          after: async ({ userId }) => {
            const ended = rowsOf(em).deleteFrom('session').where('person_id', '=', userId);
            await ended.where('expires_at', '<=', new Date()).execute();
          },
        },
      },
    },
    rateLimit: {
      enabled: true,
      customStorage: requestCounts(limits),
      window: 60,
      max: 120,
      // By network address, behind which a whole centre may sit.
      customRules: {
        '/sign-in/email': { window: 60, max: 30 },
        '/email-code/sign-up': { window: 600, max: 30 },
        '/email-code/sign-in': { window: 600, max: 30 },
        '/email-code/send-again': { window: 600, max: 30 },
        '/email-code/enter': { window: 60, max: 30 },
        '/email-code/follow': { window: 60, max: 30 },
        '/request-password-reset': { window: 600, max: 20 },
        '/send-verification-email': { window: 600, max: 20 },
        '/reset-password': { window: 600, max: 20 },
        '/change-password': { window: 600, max: 20 },
        '/passkey/verify-authentication': { window: 60, max: 30 },
        '/two-factor/*': { window: 60, max: 30 },
      },
    },
    advanced: {
      cookiePrefix: secure ? '__Host-talka' : 'talka',
      // The prefix `__Host-` asks for more than the `__Secure-` that better-auth would put before the name.
      useSecureCookies: false,
      defaultCookieAttributes: { secure, httpOnly: true, sameSite: 'lax', path: '/' },
      // Said aloud, because better-auth leaves both checks out where NODE_ENV is "test".
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [clientAddressHeader] },
      // Our migrations and tests answer for the tables.
      database: { generateId: () => newId(), joins: true, validateSchema: false },
    },
    // What is no refusal is thrown to the handler, which logs and answers it; else it is printed past the log.
    onAPIError: { throw: true },
    logger: {
      level: 'error',
      // What somebody else's page or program asks for is refused, and a lost database is told elsewhere.
      log: (level, message, ...details) => {
        const quieter = message.startsWith('Invalid ') ? 'warn' : details.some(isOutage) ? 'debug' : level;
        log[quieter]({ details }, `auth: ${message}`);
      },
    },
    telemetry: { enabled: false },
  } satisfies BetterAuthOptions;
  return options;
}

/** A flood of passwords is answered with "later", not with an error of ours. */
const unlessBusy =
  <Given, Result>(work: (given: Given) => Promise<Result>) =>
  (given: Given): Promise<Result> =>
    work(given).catch((error) => {
      if (!(error instanceof PasswordsBusyError)) throw error;
      throw new APIError('SERVICE_UNAVAILABLE', { code: 'TOO_BUSY', message: 'Too busy. Try again in a moment.' });
    });
