import { createHash } from 'node:crypto';

/** A page and its Content-Security-Policy. */
export interface Secured {
  readonly html: string;
  readonly policy: string;
}

/**
 * The same page whose policy names its inline scripts and styles by what they say instead of by a nonce, so that it
 * may be sent more than once: a nonce that is known before is none. Undefined where the nonce stands anywhere else.
 */
export function withHashes({ html, policy }: Secured, nonce: string): Secured | undefined {
  const hashes = { script: [] as string[], style: [] as string[] };
  const inline = new RegExp(`<(script|style) nonce="${escaped(nonce)}">([^]*?)</\\1>`, 'g');
  const page = html.replace(inline, (_whole, kind: keyof typeof hashes, content: string) => {
    hashes[kind].push(`'sha256-${createHash('sha256').update(content).digest('base64')}'`);
    return `<${kind}>${content}</${kind}>`;
  });
  if (page.includes(nonce)) return undefined;
  const directives = policy.split(';').map((directive) => {
    const known = directive.trimStart().startsWith('style-') ? hashes.style : hashes.script;
    return directive.replace(` 'nonce-${nonce}'`, known.map((hash) => ` ${hash}`).join(''));
  });
  return { html: page, policy: directives.join(';') };
}

const escaped = (nonce: string) => nonce.replace(/[+/=]/g, '\\$&');
