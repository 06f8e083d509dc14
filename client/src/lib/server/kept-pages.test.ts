import { brotliDecompressSync } from 'node:zlib';
import type { RequestEvent } from '@sveltejs/kit';
import { expect, test } from 'vitest';
import { keptOr } from './kept-pages.ts';

type Asked = Partial<Pick<App.Locals, 'anonymous' | 'keepable' | 'bases' | 'theme' | 'zone' | 'locale'>> & {
  path?: string;
  method?: string;
  headers?: Record<string, string>;
  isDataRequest?: boolean;
};

/** Answers that stand; others were changed. */
const standing = new Set<object>();
let made = 0;

/** Asks as a visitor does, if nothing else is said, for a page that tells how many were made before it. */
async function ask({ path = '/lt/centres', method = 'GET', headers = {}, isDataRequest = false, ...locals }: Asked) {
  const url = new URL(path, 'https://talka.example');
  const stand = async (bases: readonly object[]) => bases.every((basis) => standing.has(basis));
  const reader = { anonymous: true, keepable: true, locale: 'lt', theme: 'system', zone: 'Europe/Vilnius' };
  const event = {
    url,
    isDataRequest,
    request: new Request(url, { method, headers }),
    locals: { ...reader, bases: [], gateway: { stand }, ...locals },
  } as unknown as RequestEvent;
  return keptOr(event, async () => {
    made += 1;
    const nonce = `number${made}`;
    const policy = { 'content-security-policy': `script-src 'self' 'nonce-${nonce}'` };
    return new Response(`<p>${made}</p><script nonce="${nonce}">start()</script>`, {
      headers: { ...policy, etag: '"a"' },
    });
  });
}
const pageOf = async (asked: Asked) => /<p>(\d+)/.exec(await (await ask(asked)).text())?.[1];
/** An answer that stands until it is taken back. */
function answer() {
  const basis = {};
  standing.add(basis);
  return basis;
}

test('a page is sent again while all its answers stand, and made anew from then on', async () => {
  const [one, other] = [answer(), answer()];
  const bases = [one, other];
  const path = '/lt/centres?again';
  const first = await pageOf({ path, bases });
  for (const _again of [1, 2]) expect(await pageOf({ path, bases })).toBe(first);
  standing.delete(other);
  const second = await pageOf({ path, bases: [one, answer()] });
  expect(second).not.toBe(first);
  expect(await pageOf({ path })).toBe(second);
});

test.each<[string, Asked]>([
  ['an answer that is not kept', { bases: [answer(), undefined] }],
  ['a reader who may be signed in', { anonymous: false }],
  ['more than its answers', { keepable: false }],
  ['a form that was sent', { method: 'POST' }],
  ['data for a page that is open', { isDataRequest: true }],
])('a page is not kept that is made of %s', async (reason, asked) => {
  const path = `/lt/centres?${encodeURIComponent(reason)}`;
  const first = await pageOf({ path, ...asked });
  expect(await pageOf({ path })).not.toBe(first);
});

test('what is kept is sent to nobody who may be signed in, and to no form', async () => {
  const path = '/lt/centres?visitors';
  const first = await pageOf({ path });
  expect(await pageOf({ path })).toBe(first);
  for (const asked of [{ anonymous: false }, { method: 'POST' }, { isDataRequest: true }])
    expect(await pageOf({ path, ...asked })).not.toBe(first);
});

test.each<[string, Asked]>([
  ['language', { locale: 'en' }],
  ['colours', { theme: 'dark' }],
  ['zone', { zone: 'Europe/Lisbon' }],
  ['address', { path: '/lt/centres?other&one' }],
  ['host', { path: 'https://elsewhere.example/lt/centres?other' }],
])('readers of another %s get another page', async (_difference, asked) => {
  const path = '/lt/centres?other';
  const first = await pageOf({ path });
  expect(await pageOf({ path, ...asked })).not.toBe(first);
});

test('a page that sets a cookie, or tells of an error, is another each time', async () => {
  const url = new URL('https://talka.example/lt/cookie');
  const locals = { anonymous: true, keepable: true, bases: [], gateway: { stand: async () => true } };
  const event = { url, locals, request: new Request(url), isDataRequest: false } as unknown as RequestEvent;
  for (const init of [{ headers: { 'set-cookie': 'who=me' } }, { status: 404 }]) {
    let times = 0;
    const render = async () => {
      times += 1;
      return new Response(`${times}`, init);
    };
    await keptOr(event, render);
    expect(await (await keptOr(event, render)).text()).toBe('2');
  }
});

test('what is kept is allowed by its hash, known by its tag and compressed for who can read it', async () => {
  const path = '/lt/centres?sent';
  const plain = await ask({ path });
  const text = await plain.text();
  expect(text).not.toContain('nonce');
  expect(plain.headers.get('content-security-policy')).toMatch(/^script-src 'self' 'sha256-[^']+'$/);
  const small = await ask({ path, headers: { 'accept-encoding': 'gzip, br' } });
  expect(small.headers.get('content-encoding')).toBe('br');
  expect(small.headers.get('vary')).toBe('accept-encoding');
  expect(brotliDecompressSync(Buffer.from(await small.arrayBuffer())).toString()).toBe(text);
  const tags = [plain, small, await ask({ path })].map(({ headers }) => headers.get('etag'));
  expect(tags[0]).toBe(tags[2]);
  expect(tags[0]).not.toBe(tags[1]);
});
