import { APIError, createAuthMiddleware, getIP, getSessionFromCtx } from 'better-auth/api';
import { verifyJWT } from 'better-auth/crypto';
import { type Locale, locales, negotiateLocale } from '../../../platform/i18n/locale.rules.ts';
import { localAddress } from '../../../shared/text/local-address.rules.ts';
import { nameProblem, tidyName } from '../../people/persons/name.rules.ts';
import { personAsked } from '../second-factor/used-codes.ts';
import { deviceOf } from '../sessions/device.rules.ts';
import { isKeepableEmail, isKeepableText, passwordLength } from './account.rules.ts';
import type { SignInLimit } from './sign-in-limit.ts';

/**
 * What is checked before better-auth looks anything up, so that the answer cannot tell a known address from an
 * unknown one, and what is counted after it answered. `makePlace` drops an earlier sign-up that nobody confirmed,
 * so that its password, chosen by who knows whom, never becomes valid. `takeCode` tells whether a person enters a
 * code for the first time, `isShared` whether an account is one of the demonstration, which many people use.
 */
export function accountGuard(
  limit: SignInLimit,
  makePlace: (email: string) => Promise<void>,
  takeCode: (personId: string, code: string) => Promise<boolean>,
  isShared: (personId: string) => Promise<boolean>,
) {
  return {
    before: createAuthMiddleware(async (ctx) => {
      for (const part of [ctx.body, ctx.query, ctx.params]) {
        assertKeepable(part);
        assertStaysHere(part);
      }
      if (ctx.path === '/sign-up/email') {
        const body = signUpBody(ctx.body, ctx.headers);
        await makePlace(emailOf(ctx.body));
        return { context: { body } };
      }
      if (ctx.path === '/verify-email') await assertOwnLink(ctx);
      if (forConfirmed.has(ctx.path)) await assertConfirmed(ctx);
      if (shutsOthersOut.has(ctx.path)) await assertNotShared(ctx, isShared);
      if (ctx.path === '/sign-in/social') assertOnlyRedirects(ctx.body);
      if (ctx.path === '/passkey/verify-registration') return { context: { body: passkeyBody(ctx.headers) } };
      if (ctx.path === '/passkey/verify-authentication') assertCredential(ctx.body);
      if (ctx.path === '/two-factor/verify-totp') {
        const personId = await personAsked(ctx);
        const code = textOf(ctx.body, 'code');
        // A used code is answered, and counted, as a wrong one.
        if (personId && code !== '' && !(await takeCode(personId, code))) return { context: { body: { code: '' } } };
      }
      if (ctx.path === '/sign-in/email' && (await limit.mustWait(emailOf(ctx.body), networkOf(ctx)))) {
        throw new APIError('TOO_MANY_REQUESTS', {
          code: 'TOO_MANY_ATTEMPTS',
          message: 'Too many failed sign-ins for this address. Wait a quarter of an hour, or reset the password.',
        });
      }
      return undefined;
    }),
    after: createAuthMiddleware(async (ctx) => {
      if (ctx.path !== '/sign-in/email') return;
      const { returned } = ctx.context;
      if (!(returned instanceof APIError)) await limit.succeeded(emailOf(ctx.body), networkOf(ctx));
      else if (returned.status === 'UNAUTHORIZED') await limit.failed(emailOf(ctx.body), networkOf(ctx));
    }),
  };
}

type Body = Record<string, unknown>;
const textOf = (body: unknown, key: string): string => {
  const value = (body as Body | null | undefined)?.[key];
  return typeof value === 'string' ? value : '';
};
const emailOf = (body: unknown): string => textOf(body, 'email').toLowerCase();

/** From where somebody asks, as sessions keep it: of an IPv6 address the network, for its owner has the rest. */
const networkOf = ({ headers, context }: Parameters<typeof getSessionFromCtx>[0]): string =>
  (headers && getIP(headers, context.options)) || '';

const refuse = (code: string, message: string) => new APIError('BAD_REQUEST', { code, message });

function assertKeepable(part: unknown): void {
  const open = [part];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'string' && !isKeepableText(value)) {
      throw refuse('UNUSABLE_TEXT', 'The request has characters that cannot be kept.');
    }
    if (typeof value === 'object' && value !== null) open.push(...Object.values(value));
  }
}

/** better-auth takes `/..//host` for a path of ours and then sends the reader to that host. */
function assertStaysHere(part: unknown): void {
  for (const key of ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL', 'redirectTo']) {
    const next = textOf(part, key);
    if (next.startsWith('/') && localAddress(next) === undefined) {
      throw new APIError('FORBIDDEN', { code: 'INVALID_CALLBACK_URL', message: `Invalid ${key}` });
    }
  }
}

/**
 * Anyone may sign up with anyone's address. Whoever reads the mailbox must not make valid by a click what a stranger
 * chose, so a link works only for somebody signed in to that very account: who has both the password and the mailbox.
 */
async function assertOwnLink(ctx: Parameters<typeof getSessionFromCtx>[0]): Promise<void> {
  const link = await verifyJWT<{ email: string }>(textOf(ctx.query, 'token'), ctx.context.secret);
  if (!link) return;
  const session = await getSessionFromCtx(ctx);
  if (session?.user.email === link.email) return;
  throw new APIError('UNAUTHORIZED', { code: 'SIGN_IN_FIRST', message: 'Sign in to the account of this address.' });
}

/** What would outlast a new password, and so is for owners of the mailbox only. */
const forConfirmed = new Set([
  '/passkey/generate-register-options',
  '/passkey/verify-registration',
  '/two-factor/enable',
]);

async function assertConfirmed(ctx: Parameters<typeof getSessionFromCtx>[0]): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  if (!session || session.user.emailVerified) return;
  throw new APIError('FORBIDDEN', { code: 'EMAIL_NOT_VERIFIED', message: 'Confirm the address first.' });
}

/** What would keep everybody else who knows the password from signing in. */
const shutsOthersOut = new Set([...forConfirmed, '/change-password']);

async function assertNotShared(
  ctx: Parameters<typeof getSessionFromCtx>[0],
  isShared: (personId: string) => Promise<boolean>,
): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  if (!session || !(await isShared(session.user.id))) return;
  throw new APIError('FORBIDDEN', {
    code: 'DEMONSTRATION_ACCOUNT',
    message: 'Accounts of the demonstration stay as they are, for all who try them.',
  });
}

/** A passkey begins with the name of the device where it was made, and opens no session by itself. */
function passkeyBody(headers: Headers | undefined): { name: string; createSession: false } {
  const { browser, system } = deviceOf(headers?.get('user-agent') ?? null);
  const parts = [browser, system].filter((part) => part !== null);
  return { name: parts.join(', ').slice(0, 120) || 'Passkey', createSession: false };
}

/** Signing in elsewhere leads through a browser; tokens, scopes and parameters of others stay out. */
function assertOnlyRedirects(body: unknown): void {
  const known = new Set(['provider', 'callbackURL', 'errorCallbackURL']);
  if (Object.keys((body ?? {}) as Body).some((key) => !known.has(key))) {
    throw refuse('UNKNOWN_FIELD', 'Only a provider and the way back may be given.');
  }
}

function assertCredential(body: unknown): void {
  const response = (body as Body | null | undefined)?.response;
  if (textOf(response, 'id') === '') throw refuse('INVALID_CREDENTIAL', 'There is no credential in the request.');
}

/** The fields of a sign-up as they are kept: a tidy name, a language we speak. */
function signUpBody(body: unknown, headers: Headers | undefined): { name: string; locale: Locale } {
  if (nameProblem(textOf(body, 'name'))) throw refuse('INVALID_NAME', 'A name has 1 to 120 characters.');
  if (!isKeepableEmail(textOf(body, 'email'))) throw refuse('INVALID_EMAIL', 'Invalid email');
  if ((body as Body).image !== undefined) throw refuse('UNKNOWN_FIELD', 'There are no pictures of people.');
  const { length } = textOf(body, 'password');
  if (length < passwordLength.least) throw refuse('PASSWORD_TOO_SHORT', 'Password too short');
  if (length > passwordLength.most) throw refuse('PASSWORD_TOO_LONG', 'Password too long');
  const wanted = locales.find((locale) => locale === textOf(body, 'locale'));
  return {
    name: tidyName(textOf(body, 'name')),
    locale: wanted ?? negotiateLocale(headers?.get('accept-language') ?? undefined),
  };
}
