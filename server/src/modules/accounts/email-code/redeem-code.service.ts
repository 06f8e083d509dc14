import { type EntityManager, rowsOf } from '../../../platform/database/database.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { takeOverUnconfirmed } from '../sign-in/take-over.service.ts';
import { codeDigest, isSameDigest } from './code-secrets.ts';
import { type PendingCode, readPendingCode } from './email-code.reader.ts';
import { codeEndsAt, wrongCodes } from './email-code.rules.ts';

/** Why a code or link lets nobody in. */
export type CodeRefusal = 'wrong' | 'expired' | 'used-up';

/** Who comes in, and where they go on. */
export interface Admitted {
  readonly personId: string;
  readonly next: string | null;
  /** Whether the account began with this. */
  readonly isNew: boolean;
}

/**
 * Counts one more attempt at a code, and judges it. Counted before it is judged, so that many at the same moment are
 * no more than a few in a row.
 */
export async function tryCode(
  db: Database,
  secret: string,
  { pending, code }: { readonly pending: PendingCode; readonly code: string },
  now: Date,
): Promise<CodeRefusal | undefined> {
  if (codeEndsAt(pending.sentAt) <= now) return 'expired';
  const counted = await db
    .updateTable('email_code')
    .set(({ eb }) => ({ attempts: eb('attempts', '+', 1) }))
    .where('id', '=', pending.id)
    .where('attempts', '<', wrongCodes)
    .returning(['attempts', 'code'])
    .executeTakeFirst();
  if (!counted) return 'used-up';
  if (isSameDigest(counted.code, codeDigest(secret, pending.id, code))) return undefined;
  return counted.attempts < wrongCodes ? 'wrong' : 'used-up';
}

/** What a link leads to, or why it leads nowhere. */
export async function followLink(db: Database, link: string, now: Date): Promise<PendingCode | CodeRefusal> {
  const pending = await readPendingCode(db, { link }, now);
  if (!pending) return 'wrong';
  return codeEndsAt(pending.sentAt) <= now ? 'expired' : pending;
}

/**
 * Lets in whoever showed that they read the mailbox: to the account of the address, or to a new one. The password
 * typed at the sign-up counts only where `isSameBrowser`, for whoever follows a link may not be who typed it. Nobody
 * comes in twice by one letter, nor past a second step. Returns undefined where nobody does.
 */
export function redeemCode(
  em: EntityManager,
  { pending, isSameBrowser }: { readonly pending: PendingCode; readonly isSameBrowser: boolean },
  now: Date,
): Promise<Admitted | undefined> {
  return em.fork().transactional(async (tx) => {
    const db = rowsOf(tx as EntityManager);
    const { id, email, sentAt } = pending;
    const next = pending.next ?? null;
    // Another letter went out, or this one was used, since it was looked at.
    const used = db.deleteFrom('email_code').where('id', '=', id).where('sent_at', '=', sentAt).returning('id');
    if ((await used.execute()).length === 0) return undefined;
    const password = (isSameBrowser && pending.password) || null;
    if (pending.purpose === 'sign-up') {
      const personId = await createAccount(db, { ...pending, password }, now);
      if (personId !== undefined) return { personId, next, isNew: true };
    }
    const person = await db
      .selectFrom('person')
      .select(['id', 'email_verified', 'two_factor_enabled'])
      .where('email', '=', email)
      .forUpdate()
      .executeTakeFirst();
    if (!person || person.two_factor_enabled) return undefined;
    if (!person.email_verified) {
      await takeOverUnconfirmed(db, { email, name: pending.name ?? undefined });
      if (password !== null) await keepPassword(db, person.id, password, now);
    }
    return { personId: person.id, next, isNew: false };
  });
}

/** A confirmed account, unless the address has one of whatever kind; returns the id of its person. */
async function createAccount(
  db: Database,
  { email, name, locale, password }: Pick<PendingCode, 'email' | 'name' | 'locale' | 'password'>,
  now: Date,
): Promise<string | undefined> {
  const plain = { two_factor_enabled: false, operator: false, demonstration: false };
  const person = { id: newId(), name: name ?? '', email, email_verified: true, locale, ...plain };
  const made = await db
    .insertInto('person')
    .values({ ...person, created_at: now, updated_at: now })
    .onConflict((known) => known.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made && password) await keepPassword(db, made.id, password, now);
  return made?.id;
}

/** The digest of a password, where better-auth looks for it. */
async function keepPassword(db: Database, personId: string, password: string, now: Date): Promise<void> {
  const account = { id: newId(), person_id: personId, account_id: personId, provider_id: 'credential', password };
  await db
    .insertInto('account')
    .values({ ...account, created_at: now, updated_at: now })
    .execute();
}
