import { APIError, createAuthMiddleware, getSessionFromCtx } from 'better-auth/api';
import { verifyJWT } from 'better-auth/crypto';
import { personVerifying } from '../second-factor/code-replay.ts';
import type { SignInLimit } from '../sign-in/sign-in-limit.ts';
import { type AuthRequest, askedFrom } from './asked-from.ts';
import {
  assertCredential,
  assertKeepable,
  assertOnlyRedirects,
  assertStaysHere,
  emailOf,
  passkeyBody,
  textOf,
} from './request-checks.ts';

/** What the hooks ask of the rest of the accounts. */
export interface AuthHookParts {
  readonly limit: SignInLimit;
  /** Whether a person enters a code for the first time. */
  readonly claimCode: (personId: string, code: string) => Promise<boolean>;
  /** Whether an account is one of the demonstration, which many people use. */
  readonly isShared: (personId: string) => Promise<boolean>;
}

/**
 * Before: what is checked before better-auth looks anything up, so that the answer cannot tell a known address from an
 * unknown one. After: what is counted once it answered.
 */
export function authHooks({ limit, claimCode, isShared }: AuthHookParts) {
  return {
    before: createAuthMiddleware(async (ctx) => {
      for (const part of [ctx.body, ctx.query, ctx.params]) {
        assertKeepable(part);
        assertStaysHere(part);
      }
      if (ctx.path === '/verify-email') await assertOwnLink(ctx);
      if (forConfirmed.has(ctx.path)) await assertConfirmed(ctx);
      if (shutsOthersOut.has(ctx.path)) await assertNotShared(ctx, isShared);
      // Whoever changes a password may do so because somebody else knows the old one.
      if (ctx.path === '/change-password') return { context: { body: { revokeOtherSessions: true } } };
      if (ctx.path === '/sign-in/social') assertOnlyRedirects(ctx.body);
      if (ctx.path === '/passkey/verify-registration') return { context: { body: passkeyBody(ctx.headers) } };
      if (ctx.path === '/passkey/verify-authentication') assertCredential(ctx.body);
      if (ctx.path === '/two-factor/verify-totp') {
        const personId = await personVerifying(ctx);
        const code = textOf(ctx.body, 'code');
        // A used code is answered, and counted, as a wrong one.
        if (personId && code !== '' && !(await claimCode(personId, code))) return { context: { body: { code: '' } } };
      }
      if (ctx.path === '/sign-in/email' && (await limit.mustWait(emailOf(ctx.body), askedFrom(ctx)))) {
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
      if (!(returned instanceof APIError)) await limit.succeeded(emailOf(ctx.body), askedFrom(ctx));
      else if (returned.status === 'UNAUTHORIZED') await limit.failed(emailOf(ctx.body), askedFrom(ctx));
    }),
  };
}

/**
 * Anyone may sign up with anyone's address. Whoever reads the mailbox must not make valid by a click what a stranger
 * chose, so a link works only for somebody signed in to that very account: who has both the password and the mailbox.
 */
async function assertOwnLink(ctx: AuthRequest): Promise<void> {
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

async function assertConfirmed(ctx: AuthRequest): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  if (!session || session.user.emailVerified) return;
  throw new APIError('FORBIDDEN', { code: 'EMAIL_NOT_VERIFIED', message: 'Confirm the address first.' });
}

/** What would keep everybody else who knows the password from signing in. */
const shutsOthersOut = new Set([...forConfirmed, '/change-password']);

async function assertNotShared(ctx: AuthRequest, isShared: (personId: string) => Promise<boolean>): Promise<void> {
  const session = await getSessionFromCtx(ctx);
  if (!session || !(await isShared(session.user.id))) return;
  throw new APIError('FORBIDDEN', {
    code: 'DEMONSTRATION_ACCOUNT',
    message: 'Accounts of the demonstration stay as they are, for all who try them.',
  });
}
