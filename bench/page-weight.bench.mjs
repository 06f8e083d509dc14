import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { startProduct } from './product.mjs';

/** What the first view of a page loads for a visitor, compressed as a proxy would; the parts loaded later are not in it. */
const folder = mkdtempSync(join(tmpdir(), 'talka-bench-'));
const product = await startProduct({ DATA_DIR: folder, DEMO: '1' });
const ask = async (query) =>
  (
    await (
      await fetch(`${product.address}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      })
    ).json()
  ).data;
const { searchEquipment, posts } = await ask(
  '{ searchEquipment(filter: { type: "laser_cutter" }, first: 1) { nodes { equipment { id } } } posts(first: 1) { nodes { id } } }',
);
const pages = {
  home: '/lt',
  centres: '/lt/centres',
  centre: '/lt/centres/technarium',
  equipment: `/lt/equipment/${searchEquipment.nodes[0].equipment.id}`,
  find: '/lt/find',
  posts: '/lt/posts',
  post: `/lt/posts/${posts.nodes[0].id}`,
  about: '/lt/about',
};
const kilobytes = (bytes) => (bytes / 1024).toFixed(1);
const rows = {};
for (const [name, path] of Object.entries(pages)) {
  const started = performance.now();
  const html = await (await fetch(product.address + path)).text();
  const milliseconds = performance.now() - started;
  const sum = { js: 0, css: 0 };
  const links = [...html.matchAll(/(?:href|src)="([^"]+\.(js|css))"/g)].map(([, href, kind]) => [
    new URL(href, product.address + path).href,
    kind,
  ]);
  for (const [href, kind] of new Map(links)) {
    sum[kind] += gzipSync(Buffer.from(await (await fetch(href)).arrayBuffer())).length;
  }
  rows[name] = {
    'JavaScript (KB gzip)': kilobytes(sum.js),
    'CSS (KB gzip)': kilobytes(sum.css),
    'HTML (KB gzip)': kilobytes(gzipSync(html).length),
    'first answer (ms)': Math.round(milliseconds),
  };
}
console.table(rows);
await product.stop();
rmSync(folder, { recursive: true, force: true });
