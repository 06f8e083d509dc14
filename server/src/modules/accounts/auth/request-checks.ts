import { APIError } from 'better-auth/api';
import * as z from 'zod';
import { locales, negotiateLocale } from '../../../platform/i18n/locale.rules.ts';
import { localAddress } from '../../../shared/text/local-address.rules.ts';
import { nameProblem, tidyName } from '../../people/persons/name.rules.ts';
import { deviceOf } from '../sessions/device.rules.ts';
import { isKeepableEmail, isKeepableText, passwordLength } from './account.rules.ts';

type Body = Record<string, unknown>;

/** A field of a body that is a text; else the empty one. */
export const textOf = (body: unknown, key: string): string => {
  const value = (body as Body | null | undefined)?.[key];
  return typeof value === 'string' ? value : '';
};

/** The address in a body as it is kept. */
export const emailOf = (body: unknown): string => textOf(body, 'email').toLowerCase();

const refuse = (code: string, message: string) => new APIError('BAD_REQUEST', { code, message });

/** Refuses texts, however deep, that the database cannot keep. */
export function assertKeepable(part: unknown): void {
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
export function assertStaysHere(part: unknown): void {
  for (const key of ['callbackURL', 'errorCallbackURL', 'newUserCallbackURL', 'redirectTo']) {
    const next = textOf(part, key);
    if (next.startsWith('/') && localAddress(next) === undefined) {
      throw new APIError('FORBIDDEN', { code: 'INVALID_CALLBACK_URL', message: `Invalid ${key}` });
    }
  }
}

/** A passkey begins with the name of the device where it was made, and opens no session by itself. */
export function passkeyBody(headers: Headers | undefined): { name: string; createSession: false } {
  const { browser, system } = deviceOf(headers?.get('user-agent') ?? null);
  const parts = [browser, system].filter((part) => part !== null);
  return { name: parts.join(', ').slice(0, 120) || 'Passkey', createSession: false };
}

/** Signing in elsewhere leads through a browser; tokens, scopes and parameters of others stay out. */
export function assertOnlyRedirects(body: unknown): void {
  const known = new Set(['provider', 'callbackURL', 'errorCallbackURL']);
  if (Object.keys((body ?? {}) as Body).some((key) => !known.has(key))) {
    throw refuse('UNKNOWN_FIELD', 'Only a provider and the way back may be given.');
  }
}

/** better-auth fails on a credential without an id. */
export function assertCredential(body: unknown): void {
  const response = (body as Body | null | undefined)?.response;
  if (textOf(response, 'id') === '') throw refuse('INVALID_CREDENTIAL', 'There is no credential in the request.');
}

/** The longest address of ours that is kept to go on to. */
const longestNext = 2000;

/** What everybody types who asks for a code: an address that mail can carry, a language we speak, a way on. */
export function codeBody(body: unknown, headers: Headers | undefined) {
  const email = emailOf(body).trim();
  if (!isKeepableEmail(email) || !z.email().safeParse(email).success) throw refuse('INVALID_EMAIL', 'Invalid email');
  const next = localAddress(textOf(body, 'next'));
  const locale =
    locales.find((each) => each === textOf(body, 'locale')) ??
    negotiateLocale(headers?.get('accept-language') ?? undefined);
  return { email, locale, next: next !== undefined && next.length <= longestNext ? next : null };
}

/** The fields of a sign-up as they are kept; no password where none was typed. */
export function signUpBody(body: unknown, headers: Headers | undefined) {
  if (nameProblem(textOf(body, 'name'))) throw refuse('INVALID_NAME', 'A name has 1 to 120 characters.');
  const common = codeBody(body, headers);
  const password = textOf(body, 'password') || null;
  const { length } = password ?? '';
  if (password !== null && length < passwordLength.least) throw refuse('PASSWORD_TOO_SHORT', 'Password too short');
  if (length > passwordLength.most) throw refuse('PASSWORD_TOO_LONG', 'Password too long');
  return { ...common, name: tidyName(textOf(body, 'name')), password };
}
