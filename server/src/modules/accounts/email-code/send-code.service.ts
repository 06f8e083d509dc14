import type { Database } from '../../../platform/database/tables.ts';
import type { Locale } from '../../../platform/i18n/locale.rules.ts';
import { newId } from '../../../shared/ids/ids.ts';
import type { CodeEmails } from '../emails/code-emails.ts';
import { digestOf } from '../sessions/session-tokens.ts';
import { digestsOf, newLetterSecrets, newToken } from './code-secrets.ts';
import type { CodePurpose } from './email-code.enums.ts';
import { readKnownAccount } from './email-code.reader.ts';
import { pendingUntil } from './email-code.rules.ts';

/** What sending codes needs of the house. */
export interface CodeParts {
  readonly db: Database;
  readonly emails: CodeEmails;
  /** Keys the digests of codes. */
  readonly secret: string;
}

export interface CodeRequest {
  readonly purpose: CodePurpose;
  readonly email: string;
  readonly name: string | null;
  /** Digest of the password typed, where one was. */
  readonly password: string | null;
  readonly locale: Locale;
  /** An address of ours. */
  readonly next: string | null;
  /** Of what waited in the same browser until now. */
  readonly earlierTicket: string | undefined;
}

/**
 * Keeps what somebody typed until the code comes, and sends it. Does the same for a known and an unknown address but
 * for the words of the letter. Returns the ticket for the browser that asked.
 */
export async function requestCode(parts: CodeParts, request: CodeRequest, now: Date): Promise<string> {
  const { db, secret } = parts;
  const { earlierTicket, ...typed } = request;
  if (earlierTicket !== undefined) {
    await db.deleteFrom('email_code').where('ticket', '=', digestOf(earlierTicket)).execute();
  }
  const [id, ticket, secrets] = [newId(), newToken(), newLetterSecrets()];
  const kept = { ...typed, ...digestsOf(secret, id, secrets), id, ticket: digestOf(ticket), attempts: 0 };
  await db
    .insertInto('email_code')
    .values({ ...kept, sent_at: now, expires_at: pendingUntil(now) })
    .execute();
  const account = await readKnownAccount(db, request.email);
  parts.emails.send({ ...typed, account, secrets });
  return ticket;
}

/**
 * Sends a new code for what waits in a browser, to another address where one is given; the code before it ends.
 * Returns whether anything waits there.
 */
export async function sendCodeAgain(
  { db, emails, secret }: CodeParts,
  { id, email }: { readonly id: string; readonly email: string },
  now: Date,
): Promise<boolean> {
  const secrets = newLetterSecrets();
  const sent = await db
    .updateTable('email_code')
    .set({ ...digestsOf(secret, id, secrets), email, attempts: 0, sent_at: now, expires_at: pendingUntil(now) })
    .where('id', '=', id)
    .returning(['purpose', 'locale', 'next'])
    .executeTakeFirst();
  const account = await readKnownAccount(db, email);
  if (!sent) return false;
  const { purpose, locale, next = null } = sent;
  emails.send({ purpose, locale: locale as Locale, next, email, account, secrets });
  return true;
}
