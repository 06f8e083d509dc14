import type { BetterAuthPlugin, GenericEndpointContext } from 'better-auth';
import { createAuthEndpoint, formCsrfMiddleware } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import * as z from 'zod';
import { type EntityManager, rowsOf } from '../../../platform/database/database.ts';
import { askedFrom } from '../auth/asked-from.ts';
import { codeBody, signUpBody } from '../auth/request-checks.ts';
import type { CodeEmails } from '../emails/code-emails.ts';
import { digestOf } from '../sessions/session-tokens.ts';
import type { CodeLimit } from './code-limit.ts';
import { codeRefused } from './code-refusals.ts';
import { dropTicket, heldTicket, keepTicket } from './code-ticket.ts';
import type { CodePurpose } from './email-code.enums.ts';
import { type PendingCode, readKnownAccount, readPendingCode } from './email-code.reader.ts';
import { codeEndsAt, isCode, tidyCode } from './email-code.rules.ts';
import { followLink, redeemCode, tryCode } from './redeem-code.service.ts';
import { requestCode, sendCodeAgain } from './send-code.service.ts';

export interface EmailCodeParts {
  readonly em: EntityManager;
  readonly emails: CodeEmails;
  readonly limit: CodeLimit;
  /** Keys the digests of codes. */
  readonly secret: string;
  readonly hash: (password: string) => Promise<string>;
}

const text = z.string();
const posted = { method: 'POST' as const, use: [formCsrfMiddleware], requireHeaders: true };
const typed = { email: text, locale: text.optional(), next: text.optional() };

/**
 * Signing up and in by a code from the mailbox. better-auth's own plugin for such codes knows an address and nothing
 * else: anyone's wrong codes would end the owner's, a second step is passed by, and what was typed, where, and where it
 * should lead is kept nowhere.
 */
export function emailCode({ em, emails, limit, secret, hash }: EmailCodeParts) {
  const rows = () => rowsOf(em.fork() as EntityManager);

  /** What waits in the browser that asks. */
  const waiting = async (ctx: GenericEndpointContext): Promise<PendingCode> => {
    const ticket = await heldTicket(ctx);
    const pending = ticket === undefined ? undefined : await readPendingCode(rows(), { ticket }, new Date());
    if (!pending) throw codeRefused('nothing');
    return pending;
  };
  const begin = async (
    ctx: GenericEndpointContext,
    purpose: CodePurpose,
    { password, ...given }: ReturnType<typeof codeBody> & { name: string | null; password: string | null },
  ) => {
    if (!(await limit.maySend(given.email, askedFrom(ctx)))) throw codeRefused('too-many-letters');
    const digest = password === null ? null : await hash(password);
    const request = { ...given, purpose, password: digest, earlierTicket: await heldTicket(ctx) };
    await keepTicket(ctx, await requestCode({ db: rows(), emails, secret }, request, new Date()));
    return ctx.json({ sent: true });
  };
  const enter = async (ctx: GenericEndpointContext, pending: PendingCode, isSameBrowser: boolean) => {
    const admitted = await redeemCode(em, { pending, isSameBrowser }, new Date());
    const user = admitted && (await ctx.context.internalAdapter.findUserById(admitted.personId));
    if (!admitted || !user) throw codeRefused('wrong');
    await limit.succeeded(pending.email);
    const session = await ctx.context.internalAdapter.createSession(user.id);
    await setSessionCookie(ctx, { session, user });
    dropTicket(ctx);
    return ctx.json({ next: admitted.next, isNew: admitted.isNew });
  };

  return {
    id: 'talka-email-code',
    endpoints: {
      signUpByCode: createAuthEndpoint(
        '/email-code/sign-up',
        { ...posted, body: z.object({ ...typed, name: text, password: text.optional() }) },
        async (ctx) => begin(ctx, 'sign-up', signUpBody(ctx.body, ctx.headers)),
      ),
      signInByCode: createAuthEndpoint('/email-code/sign-in', { ...posted, body: z.object(typed) }, async (ctx) =>
        begin(ctx, 'sign-in', { ...codeBody(ctx.body, ctx.headers), name: null, password: null }),
      ),
      sendCodeAgain: createAuthEndpoint(
        '/email-code/send-again',
        { ...posted, body: z.object({ email: text.optional() }) },
        async (ctx) => {
          const pending = await waiting(ctx);
          const email = ctx.body.email === undefined ? pending.email : codeBody(ctx.body, ctx.headers).email;
          if (!(await limit.maySend(email, askedFrom(ctx)))) throw codeRefused('too-many-letters');
          const sent = await sendCodeAgain({ db: rows(), emails, secret }, { id: pending.id, email }, new Date());
          if (!sent) throw codeRefused('nothing');
          return ctx.json({ sent: true });
        },
      ),
      enterCode: createAuthEndpoint('/email-code/enter', { ...posted, body: z.object({ code: text }) }, async (ctx) => {
        const pending = await waiting(ctx);
        const code = tidyCode(ctx.body.code);
        // What cannot be a code is a slip, which costs no attempt.
        if (!isCode(code)) throw codeRefused('wrong');
        if (!(await limit.mayTry(pending.email))) throw codeRefused('too-many-codes');
        const refusal = await tryCode(rows(), secret, { pending, code }, new Date());
        if (refusal) throw codeRefused(refusal);
        return enter(ctx, pending, true);
      }),
      followLink: createAuthEndpoint(
        '/email-code/follow',
        { ...posted, body: z.object({ token: text }) },
        async (ctx) => {
          const found = await followLink(rows(), ctx.body.token, new Date());
          if (typeof found === 'string') throw codeRefused(found);
          return enter(ctx, found, digestOf(await heldTicket(ctx)) === found.ticket);
        },
      ),
      /** What waits: for whoever holds the ticket, no more than they typed; for whoever holds a link, what it opens. */
      pendingCode: createAuthEndpoint(
        '/email-code/pending',
        { method: 'GET', query: z.object({ token: text.optional() }), requireHeaders: true },
        async (ctx) => {
          const { token } = ctx.query;
          const ticket = await heldTicket(ctx);
          const held = token !== undefined ? { link: token } : ticket !== undefined ? { ticket } : undefined;
          const pending = held && (await readPendingCode(rows(), held, new Date()));
          if (!pending) return ctx.json({ pending: null });
          const { email, purpose, name, next, sentAt } = pending;
          const common = { email, purpose, next, endsAt: codeEndsAt(sentAt) };
          if (token === undefined) return ctx.json({ pending: common });
          const account = await readKnownAccount(rows(), email);
          const isNew = !account?.emailVerified;
          const losesPassword = pending.password !== null && isNew && digestOf(ticket) !== pending.ticket;
          return ctx.json({ pending: { ...common, name: isNew ? name : null, isNew, losesPassword } });
        },
      ),
    },
  } satisfies BetterAuthPlugin;
}
