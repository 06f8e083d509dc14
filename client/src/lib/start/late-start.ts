import { whenUsed } from './when-used.ts';

/** Makes a page of SvelteKit fetch its scripts when they are used; leaves a page without scripts as it is. */
export function startLate(html: string): string {
  return html
    .replaceAll(/<link href="([^"]+)" rel="modulepreload">/g, '<link href="$1" rel="later">')
    .replace(
      /(import\("[^"]+\/entry\/start\.[^"]+"\))\.then\(/,
      (_, start) => `(${whenUsed})().then(() => ${start}).then(`,
    );
}
