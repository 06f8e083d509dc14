import { filesOf } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { rowsOf } from '../../../platform/database/database.ts';
import type { Database } from '../../../platform/database/tables.ts';
import { defineQueue, type Queue } from '../../../platform/jobs/queue.ts';
import { enlarge } from '../../../platform/pictures/photographs/develop.ts';
import { masterEdge, missingSizes, nameOfSize } from '../../../platform/pictures/photographs/photograph.rules.ts';

/** Makes the further sizes of a picture, those that most readers get first. */
export const makeSizes: Queue<{ pictureId: string }> = defineQueue<{ pictureId: string }>({
  name: 'picture-sizes',
  atOnce: 1,
  retries: 4,
  async handle({ pictureId }, { ctx, signal }) {
    const files = filesOf(ctx);
    const picture = await readSizes(rowsOf(ctx.em), pictureId);
    if (!picture) return;
    const { hash } = picture;
    const master = await files.get(`pictures/${hash}/${masterEdge}.webp`);
    if (!master) throw new Error(`the master of picture ${hash} is missing`);
    for (const { edge, format } of missingSizes(picture, picture.sizes)) {
      if (signal.aborted) throw new Error('stopped');
      const { data, ...size } = await enlarge(master, edge, format);
      const kept = await transact(ctx, async (tx) => {
        // Whoever removes the picture meanwhile comes first or waits.
        const now = await readSizes(rowsOf(tx.em), pictureId, true);
        if (!now) return false;
        await files.put(`pictures/${hash}/${nameOfSize(size)}`, data);
        const sizes = [...now.sizes.filter((each) => nameOfSize(each) !== nameOfSize(size)), size];
        const bytes = sizes.reduce((sum, each) => sum + each.bytes, 0);
        await rowsOf(tx.em)
          .updateTable('picture')
          .set({ sizes: JSON.stringify(sizes), bytes })
          .where('id', '=', pictureId)
          .execute();
        return true;
      });
      if (!kept) return;
    }
  },
});

function readSizes(db: Database, id: string, lock = false) {
  const query = db.selectFrom('picture').select(['hash', 'width', 'height', 'sizes']).where('id', '=', id);
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}
