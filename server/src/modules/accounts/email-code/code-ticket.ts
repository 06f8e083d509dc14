import type { GenericEndpointContext } from 'better-auth';
import { expireCookie } from 'better-auth/cookies';
import { pendingMinutes } from './email-code.rules.ts';

const cookieOf = (ctx: GenericEndpointContext) =>
  ctx.context.createAuthCookie('email_code', { maxAge: pendingMinutes * 60 });

/** The ticket that a browser holds of what waits for a code in it; one at a time. */
export async function heldTicket(ctx: GenericEndpointContext): Promise<string | undefined> {
  return (await ctx.getSignedCookie(cookieOf(ctx).name, ctx.context.secret)) || undefined;
}

export async function keepTicket(ctx: GenericEndpointContext, ticket: string): Promise<void> {
  const { name, attributes } = cookieOf(ctx);
  await ctx.setSignedCookie(name, ticket, ctx.context.secret, attributes);
}

export const dropTicket = (ctx: GenericEndpointContext): void => expireCookie(ctx, cookieOf(ctx));
