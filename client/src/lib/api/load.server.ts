import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import {
  type AnyVariables,
  createClient,
  fetchExchange,
  type OperationResult,
  type TypedDocumentNode,
} from '@urql/core';
import { href } from '#lib/i18n/locale.ts';
import { type Problem, problemOf, statusOf } from './errors.ts';
import { readerHeaders } from './in-process-api.server.ts';

/** The variables of a document; none where it takes none. */
export type Given<Variables> = Variables extends Record<string, never> ? [] : [variables: Variables];
export type Outcome<Data> =
  | { readonly ok: true; readonly data: Data }
  | { readonly ok: false; readonly problem: Problem };

/** The API as one reader sees it, for `load` functions and form actions. */
export interface Api {
  /** Reads; what cannot be read becomes the error page with the right status, or the way to sign in. */
  query<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    ...given: Given<Variables>
  ): Promise<Data>;
  /** Changes something; a refusal is returned, so that the form can show it and keep what was typed. */
  mutate<Data, Variables extends AnyVariables>(
    document: TypedDocumentNode<Data, Variables>,
    ...given: Given<Variables>
  ): Promise<Outcome<Data>>;
}

/** Sends the reader to sign in and back to this page afterwards. */
export function signInFirst(event: RequestEvent): never {
  const query = new URLSearchParams(event.url.search);
  // A form's address names its action, which must not happen by itself on the way back.
  for (const name of [...query.keys()]) if (name.startsWith('/')) query.delete(name);
  const here = event.url.pathname + (query.size > 0 ? `?${query}` : '');
  redirect(303, `${href(event.locals.locale, '/sign-in')}?next=${encodeURIComponent(here)}`);
}

/** What the guard around a page has promised; gone only where a session ended in between. */
export const present = <Value>(value: Value | null | undefined): Value => value ?? error(401, '');

/** Ends in the page that says that the reader may not see this. */
export const forbid = (): never => error(403, '', { code: 'FORBIDDEN' });

/** One client for one page request. */
export function createApi(event: RequestEvent): Api {
  const client = createClient({
    url: '/graphql',
    exchanges: [fetchExchange],
    preferGetMethod: false,
    fetch: async (_url, options) => {
      const { response } = await event.locals.inProcessApi.graphql(String(options?.body), readerHeaders(event));
      return response;
    },
  });
  const outcome = <Data>({ data, error: failure }: OperationResult<Data>): Outcome<Data> => {
    if (!failure && data) return { ok: true, data };
    const problem: Problem = failure
      ? problemOf(failure)
      : { code: 'INTERNAL', message: 'The API answered without data.' };
    if (problem.code === 'SIGN_IN_REQUIRED') signInFirst(event);
    return { ok: false, problem };
  };
  return {
    async query<Data, Variables extends AnyVariables>(
      document: TypedDocumentNode<Data, Variables>,
      ...[variables]: Given<Variables>
    ) {
      const result = outcome(await client.query(document, (variables ?? {}) as Variables).toPromise());
      if (result.ok) return result.data;
      const { code, message, reference } = result.problem;
      error(statusOf[code], message, { code, reference });
    },
    mutate: async <Data, Variables extends AnyVariables>(
      document: TypedDocumentNode<Data, Variables>,
      ...[variables]: Given<Variables>
    ) => outcome(await client.mutation(document, (variables ?? {}) as Variables).toPromise()),
  };
}
