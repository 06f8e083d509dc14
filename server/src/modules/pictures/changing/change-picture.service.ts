import { type Context, confirmed, db } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { recordAudit } from '../../../platform/events/audit/record-audit.ts';
import { badInput, DomainError, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { type PictureWords, tidyWords, wordsProblems } from '../pictures/picture-text.rules.ts';
import { findSubject } from '../subjects/subject.ts';
import { lockRoom } from './room.service.ts';

export interface DescribePicture extends PictureWords {
  readonly id: string;
  /** The version that was read. */
  readonly version: number;
}

/** Changes what is said of a picture. Throws BAD_INPUT, NOT_FOUND, FORBIDDEN, STALE_VERSION. */
export async function describePicture(ctx: Context, { id, version, ...words }: DescribePicture): Promise<string> {
  const problems = wordsProblems(words);
  if (problems.length > 0) throw badInput(problems);
  const { alt, credit, focusX, focusY, showsPeople } = tidyWords(words);
  return transact(ctx, async (tx) => {
    const use = await ownUse(tx, id);
    if (use.version !== version) throw new DomainError('STALE_VERSION');
    await db(tx)
      .updateTable('picture_use')
      .set({ alt: JSON.stringify(alt), credit, focus_x: focusX, focus_y: focusY, shows_people: showsPeople })
      .set(({ eb }) => ({ version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .execute();
    audit(tx, 'picture.described', use);
    return id;
  });
}

/** Shows a picture no more; its files go a day later where nothing else shows it. Throws NOT_FOUND, FORBIDDEN. */
export function removePicture(ctx: Context, id: string): Promise<{ type: string; id: string }> {
  return transact(ctx, async (tx) => {
    const use = await ownUse(tx, id);
    await db(tx).deleteFrom('picture_use').where('id', '=', id).execute();
    const others = db(tx).selectFrom('picture_use').select('id').where('picture_id', '=', use.pictureId);
    await db(tx)
      .updateTable('picture')
      .set({ unused_since: tx.now })
      .where('id', '=', use.pictureId)
      .where(({ not, exists }) => not(exists(others)))
      .execute();
    audit(tx, 'picture.removed', use);
    return { type: use.subjectType, id: use.subjectId };
  });
}

/** Puts a picture first: from then on it stands for the thing. Throws NOT_FOUND, FORBIDDEN. */
export const putPictureFirst = (ctx: Context, id: string): Promise<string> =>
  movePicture(ctx, id, Number.NEGATIVE_INFINITY);

/** Moves a picture by so many places, no further than to an end. Throws NOT_FOUND, FORBIDDEN. */
export function movePicture(ctx: Context, id: string, by: number): Promise<string> {
  return transact(ctx, async (tx) => {
    const use = await ownUse(tx, id);
    await lockRoom(tx, use.centreId ?? use.subjectId);
    const rows = await db(tx)
      .selectFrom('picture_use')
      .select(['id', 'position'])
      .where('subject_type', '=', use.subjectType)
      .where('subject_id', '=', use.subjectId)
      .orderBy('position')
      .orderBy('id')
      .execute();
    const order = rows.map((row) => row.id);
    const from = order.indexOf(id);
    order.splice(Math.max(0, Math.min(order.length - 1, from + by)), 0, ...order.splice(from, 1));
    for (const [position, each] of order.entries()) {
      if (rows.find((row) => row.id === each)?.position === position) continue;
      await db(tx).updateTable('picture_use').set({ position }).where('id', '=', each).execute();
    }
    return id;
  });
}

/** A use that the asker may change, or added and may take back; locked. */
async function ownUse(tx: Context, id: string) {
  const { personId } = confirmed(tx);
  const use = isId(id)
    ? await db(tx)
        .selectFrom('picture_use')
        .select(['id', 'version', 'picture_id as pictureId', 'subject_type as subjectType', 'subject_id as subjectId'])
        .select(['centre_id as centreId', 'added_by_id as addedById'])
        .where('id', '=', id)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!use) throw notFound();
  const { mayAdd, mayChange } = await findSubject(tx, use.subjectType, use.subjectId);
  if (!mayChange && !(mayAdd && use.addedById === personId)) throw new DomainError('FORBIDDEN');
  return use;
}

function audit(tx: Context, kind: string, use: Awaited<ReturnType<typeof ownUse>>): void {
  const object = { type: use.subjectType, id: use.subjectId };
  recordAudit(tx, kind, { centreId: use.centreId ?? null, object, after: { picture: use.id } });
}
