import type { RequestEvent } from '@sveltejs/kit';
import { askAuth } from '#lib/api/account.server.ts';

/** What waits for a code from a mailbox in this browser. */
export interface PendingCode {
  readonly email: string;
  readonly purpose: 'sign-up' | 'sign-in';
  /** The address of ours to go on to. */
  readonly next: string | null;
  /** ISO 8601; after it another code must be asked for. */
  readonly endsAt: string;
}

/** What the link of an e-mail opens, for whoever has it. */
export interface LinkedCode extends PendingCode {
  /** Of the account that begins. */
  readonly name: string | null;
  readonly isNew: boolean;
  /** The password was typed in another browser and will not count. */
  readonly losesPassword: boolean;
}

/** What waits for a code in this browser; asks only where its cookie is there. */
export async function readPendingCode(event: RequestEvent): Promise<PendingCode | null> {
  if (!event.cookies.getAll().some(({ name }) => name.endsWith('.email_code'))) return null;
  return pendingOf(event, '/email-code/pending');
}

/** What the link of an e-mail opens; null where it is worthless. */
export const readLinkedCode = (event: RequestEvent, token: string): Promise<LinkedCode | null> =>
  pendingOf(event, `/email-code/pending?token=${encodeURIComponent(token)}`);

async function pendingOf<Pending>(event: RequestEvent, path: `/${string}`): Promise<Pending | null> {
  const outcome = await askAuth(event, path, null);
  return outcome.ok ? (outcome.answer.pending as Pending | null) : null;
}
