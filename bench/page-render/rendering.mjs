import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Serves the built pages alone, with answers of the API that were fetched once from a product: `node rendering.mjs
 * <address of the product> <port>`. What is left is the work of rendering,
 * which nothing spares, as no answer stands.
 */
const [product, port] = process.argv.slice(2);
process.env.PROTOCOL_HEADER = 'x-protocol';
const { handler } = await import(pathToFileURL(join(import.meta.dirname, '../../client/build/handler.js')).href);
const known = new Map();
const settings = { demonstration: true, mapStyleUrl: null, signInWith: null };

async function graphql(body) {
  const answer = known.get(body) ?? (await fetchOnce(body));
  return { response: new Response(answer, { headers: { 'content-type': 'application/json' } }) };
}

async function fetchOnce(body) {
  const headers = { 'content-type': 'application/json', 'accept-language': 'lt' };
  const answer = await (await fetch(`${product}/graphql`, { method: 'POST', body, headers })).text();
  known.set(body, answer);
  return answer;
}

createServer((request, response) => {
  request.headers['x-protocol'] = 'http';
  request.talka = { graphql, stand: async () => false, settings };
  handler(request, response);
}).listen(Number(port), '127.0.0.1');
