import type { Database } from '../../../platform/database/tables.ts';
import { digestOf } from '../sessions/session-tokens.ts';
import type { EmailCode } from './email-code.entity.ts';

/** What waits for a code, as far as pages and services need it. */
export type PendingCode = Pick<
  EmailCode,
  'id' | 'purpose' | 'email' | 'name' | 'password' | 'locale' | 'next' | 'ticket' | 'attempts' | 'sentAt'
>;

/** By what somebody shows that something is theirs to go on with. */
export type Held = { readonly ticket: string } | { readonly link: string };

const columns = [
  'id',
  'purpose',
  'email',
  'name',
  'password',
  'locale',
  'next',
  'ticket',
  'attempts',
  'sent_at as sentAt',
] as const;

/** What waits for whoever holds a ticket or a link, until `now` at least. */
export function readPendingCode(db: Database, held: Held, now: Date): Promise<PendingCode | undefined> {
  const [column, token] = 'ticket' in held ? (['ticket', held.ticket] as const) : (['link', held.link] as const);
  return db
    .selectFrom('email_code')
    .select(columns)
    .where(column, '=', digestOf(token))
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** What a letter must know of the account that an address has. */
export interface KnownAccount {
  readonly locale: string;
  readonly emailVerified: boolean;
  readonly twoFactorEnabled: boolean;
}

/** The account of an address, whether or not anybody confirmed it. */
export function readKnownAccount(db: Database, email: string): Promise<KnownAccount | undefined> {
  return db
    .selectFrom('person')
    .select(['locale', 'email_verified as emailVerified', 'two_factor_enabled as twoFactorEnabled'])
    .where('email', '=', email)
    .executeTakeFirst();
}
