import { type Client, createClient, fetchExchange } from '@urql/core';

let client: Client | undefined;

/** The API from the browser, for questions that need no new page. Import this module lazily. */
export function browserApi(): Client {
  client ??= createClient({
    url: '/graphql',
    exchanges: [fetchExchange],
    // The API refuses GET, as any site could make a browser send one.
    preferGetMethod: false,
    fetchOptions: () => ({ headers: { 'accept-language': document.documentElement.lang } }),
  });
  return client;
}
