import { type Accounts, cookieOf } from './accounts.ts';

/** What a browser did on the way in. */
export interface Browser {
  /** Its cookies; grow with what the answers set. */
  cookie: string;
  /** Its network address; one of its own for each request where left out. */
  readonly address?: string;
}

/** What the account API answered. */
export interface Told {
  readonly status: number;
  readonly code?: string;
  readonly next?: string | null;
  readonly isNew?: boolean;
}

/** Asks for a code, or answers one, as the pages of one browser do. */
export async function inBrowser(accounts: Accounts, browser: Browser, path: string, body: object): Promise<Told> {
  const answer = await accounts.post(`/email-code/${path}`, body, browser);
  browser.cookie = cookieOf(answer) || browser.cookie;
  return { status: answer.status, ...((await answer.json()) as object) };
}

/** The newest e-mail to an address. */
export const newestEmail = async (accounts: Accounts, email: string) => {
  const newest = (await accounts.emailsTo(email)).at(-1);
  if (!newest) throw new Error(`nothing went to ${email}`);
  return newest;
};

/** What the link of an e-mail carries. */
export const tokenOf = ({ link }: { readonly link: string }): string => new URL(link).searchParams.get('token') ?? '';

/** A code that is not this one. */
export const wrongCode = (code: string): string => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
