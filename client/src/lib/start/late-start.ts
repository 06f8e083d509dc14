import { whenUsed } from './when-used.ts';

const wait = `(${whenUsed})().then(() => `;

/** Makes a page of SvelteKit fetch its scripts when they are used; leaves a page without scripts as it is. */
export function startLate(html: string): string {
  const body = html.indexOf('</head>');
  const name = html.lastIndexOf('/entry/start.');
  const start = html.lastIndexOf('import("', name);
  const then = html.indexOf('.then(', name);
  if (body < 0 || name < body || start < body || then < 0) return html;
  const head = html
    .slice(0, body)
    .replaceAll(/<link href="([^"]+)" rel="modulepreload">/g, '<link href="$1" rel="later">');
  return `${head}${html.slice(body, start)}${wait}${html.slice(start, then)})${html.slice(then)}`;
}
