import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { withHashes } from './inline-hashes.ts';

const nonce = 'a+b/c==';
const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policy = `default-src 'self'; script-src 'self' 'nonce-${nonce}'; style-src 'self' 'nonce-${nonce}'`;

test('inline scripts and styles are allowed by what they say', () => {
  const html = `<style nonce="${nonce}">a{}</style><script nonce="${nonce}">start('ė');\n</script><script src="/a.js"></script>`;
  expect(withHashes({ html, policy }, nonce)).toEqual({
    html: `<style>a{}</style><script>start('ė');\n</script><script src="/a.js"></script>`,
    policy: `default-src 'self'; script-src 'self' ${hashOf("start('ė');\n")}; style-src 'self' ${hashOf('a{}')}`,
  });
});

test('several scripts are allowed each, and none where there is none', () => {
  const html = `<script nonce="${nonce}">1</script><script nonce="${nonce}">2</script>`;
  expect(withHashes({ html, policy }, nonce)?.policy).toBe(
    `default-src 'self'; script-src 'self' ${hashOf('1')} ${hashOf('2')}; style-src 'self'`,
  );
});

test('a page that uses its nonce in another way keeps it', () => {
  for (const use of [`<script src="/a.js" nonce="${nonce}"></script>`, `<p>${nonce}</p>`])
    expect(withHashes({ html: `<script nonce="${nonce}">1</script>${use}`, policy }, nonce)).toBeUndefined();
});
