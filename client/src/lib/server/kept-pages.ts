import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import type { RequestEvent } from '@sveltejs/kit';
import { LRUCache } from 'lru-cache';
import type { Basis } from './gateway.ts';
import { withHashes } from './inline-hashes.ts';
import { nonceOf } from './inline-styles.rules.ts';

interface KeptPage {
  readonly bases: readonly Basis[];
  readonly body: Buffer;
  readonly policy: string;
  readonly tag: string;
  /** Made when somebody first takes it. */
  compressed?: Promise<Buffer>;
}

/** Bytes of pages that are kept. */
const room = 32_000_000;
const pages = new LRUCache<string, KeptPage>({ maxSize: room, sizeCalculation: ({ body }) => 2 * body.byteLength });

/**
 * Answers with the page that was sent before where it would be made the same again, else renders it.
 *
 * Kept are pages whose `load` said that they are `keepable`, made for nobody in particular and of answers of the
 * API that are kept themselves. Each time all of these are asked whether they still stand, so no page is older than
 * a page made anew. What is kept differs by the address and by all that may be known of a visitor.
 */
export async function keptOr(event: RequestEvent, render: () => Promise<Response>): Promise<Response> {
  const { locals, request, url } = event;
  if (!locals.anonymous || request.method !== 'GET' || event.isDataRequest) return render();
  const key = [url.href, locals.locale, locals.theme, locals.zone].join('\n');
  const before = pages.get(key);
  if (before && (await locals.gateway.stand(before.bases))) return sent(before, request);
  const response = await render();
  const bases = locals.bases.flatMap((basis) => basis ?? []);
  const keepable = locals.keepable && bases.length === locals.bases.length;
  if (!keepable || response.status !== 200 || response.headers.has('set-cookie')) return response;
  const html = await response.text();
  const policy = response.headers.get('content-security-policy') ?? '';
  const nonce = nonceOf(html);
  const page = nonce ? withHashes({ html, policy }, nonce) : { html, policy };
  // A nonce that is sent twice protects nobody.
  if (!page || /'nonce-/.test(page.policy)) return new Response(html, response);
  const body = Buffer.from(page.html);
  const tag = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const made: KeptPage = { bases, body, policy: page.policy, tag };
  pages.set(key, made);
  return sent(made, request);
}

const compress = promisify(brotliCompress);
/** Once for each page, so a little more care than one would take each time. */
const care = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } };

/** Nobody's page holds a secret that its compressed length could tell. */
async function sent(page: KeptPage, request: Request): Promise<Response> {
  const headers = new Headers({
    'content-type': 'text/html',
    'content-security-policy': page.policy,
    vary: 'accept-encoding',
  });
  if (!/\bbr\b/.test(request.headers.get('accept-encoding') ?? '')) {
    headers.set('etag', `"${page.tag}"`);
    return new Response(page.body as Uint8Array<ArrayBuffer>, { headers });
  }
  page.compressed ??= compress(page.body, care);
  headers.set('etag', `"${page.tag}-br"`);
  headers.set('content-encoding', 'br');
  return new Response((await page.compressed) as Uint8Array<ArrayBuffer>, { headers });
}
