import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startProduct } from './product.mjs';

/** How long from starting the built server to its first answer. */
const rounds = process.argv.includes('--quick') ? 1 : 3;
const rows = [];
for (let round = 1; round <= rounds; round += 1) {
  const folder = mkdtempSync(join(tmpdir(), 'talka-bench-'));
  const first = await startProduct({ DATA_DIR: folder, DEMO: '1' });
  await first.stop();
  const again = await startProduct({ DATA_DIR: folder, DEMO: '1' });
  await again.stop();
  rmSync(folder, { recursive: true, force: true });
  rows.push({
    round,
    'new folder, demonstration network (s)': first.seconds.toFixed(2),
    'kept folder (s)': again.seconds.toFixed(2),
  });
}
console.table(rows);
