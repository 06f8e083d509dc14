import type { RequestEvent } from '@sveltejs/kit';
import { localAddress } from '@talka/server/shared/text/local-address.rules.ts';
import { readerHeaders } from './in-process-api.server.ts';

/** What the account API said: done, or why not, by its own code such as `INVALID_EMAIL_OR_PASSWORD`. */
export type AuthOutcome =
  | { readonly ok: true; readonly answer: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly status: number; readonly code: string };

/** Asks the account API on behalf of a form, or reads where the body is null; cookies that it sets go to the browser. */
export async function askAuth(event: RequestEvent, path: `/${string}`, body: object | null = {}): Promise<AuthOutcome> {
  const request = new Request(new URL(`/api/auth${path}`, event.url), {
    method: body ? 'POST' : 'GET',
    headers: readerHeaders(event),
    body: body && JSON.stringify(body),
  });
  const response = await event.locals.inProcessApi.auth(request);
  event.locals.apiCookies.push(...response.headers.getSetCookie());
  const answer = ((await response.json().catch(() => undefined)) ?? {}) as Record<string, unknown>;
  if (response.ok) return { ok: true, answer };
  return { ok: false, status: response.status, code: String(answer.code ?? 'UNKNOWN') };
}

/** Where a form leads afterwards: an address of ours, never another site. */
export function nextOf(event: RequestEvent, fallback: string): string {
  return localAddress(event.url.searchParams.get('next') ?? '') ?? fallback;
}
