import { type Context, db, filesOf } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { defineQueue, type Queue } from '../../../platform/jobs/queue.ts';
import { nameOfSize } from '../../../platform/pictures/photographs/photograph.rules.ts';

/** In milliseconds: whoever removed a picture by mistake can add it again, and pages that are open still show it. */
export const keptUnused = 24 * 60 * 60 * 1000;

/** Deletes, once an hour, the files of pictures that nothing has shown for a day. */
export const unusedPictures: Queue = defineQueue({
  name: 'unused-pictures',
  schedule: '17 * * * *',
  retries: 2,
  waitsAtMost: 2,
  handle: (_data, { ctx }) => deleteUnused(ctx),
});

/** Notes first what nothing shows any more, since a thing may have gone with all that belongs to it. */
export async function deleteUnused(ctx: Context): Promise<void> {
  await db(ctx)
    .updateTable('picture')
    .set({ unused_since: ctx.now })
    .where('unused_since', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('picture_use').select('picture_use.id').whereRef('picture_use.picture_id', '=', 'picture.id'),
        ),
      ),
    )
    .execute();
  const old = await db(ctx)
    .selectFrom('picture')
    .select('id')
    .where('unused_since', '<', new Date(ctx.now.getTime() - keptUnused))
    .execute();
  for (const { id } of old) await transact(ctx, (tx) => deletePicture(tx, id));
}

/** The row is locked while the files go, so that whoever sends the same picture writes them anew afterwards. */
async function deletePicture(tx: Context, id: string): Promise<void> {
  const gone = await db(tx)
    .deleteFrom('picture')
    .where('id', '=', id)
    .where('unused_since', 'is not', null)
    .where(({ not, exists, selectFrom }) =>
      not(exists(selectFrom('picture_use').select('picture_use.id').where('picture_use.picture_id', '=', id))),
    )
    .returning(['hash', 'sizes'])
    .executeTakeFirst();
  for (const size of gone?.sizes ?? []) await filesOf(tx).delete(`pictures/${gone?.hash}/${nameOfSize(size)}`);
}
