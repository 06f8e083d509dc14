import type { Reader } from './start.ts';
import { whenUsed } from './when-used.ts';

/**
 * Makes a visitor's page start its parts once it is used, instead of all of it by SvelteKit; a page without parts needs
 * no scripts. `entry` is the address of `start.ts` in the browser.
 */
export function startLate(html: string, entry: string, reader: Reader): string {
  const name = html.lastIndexOf('/entry/start.');
  const begin = html.lastIndexOf('<script', name);
  const end = html.indexOf('</script>', name);
  if (name < 0 || begin < 0 || end < 0) return html;
  const head = html.slice(0, begin).replaceAll(/\s*<link href="[^"]+" rel="modulepreload">/g, '');
  const rest = html.slice(end + '</script>'.length);
  if (!head.includes(' data-alive="')) return head + rest;
  const opening = html.slice(begin, html.indexOf('>', begin) + 1);
  const script = `(${whenUsed})().then(() => import("${entry}")).then(({ start }) => start(${JSON.stringify(reader)}));`;
  return `${head}${opening}${script}</script>${rest}`;
}
