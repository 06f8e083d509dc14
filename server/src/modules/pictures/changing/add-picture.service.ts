import { sql } from 'kysely';
import { type Context, confirmed, db, filesOf } from '../../../platform/context/context.ts';
import { transact } from '../../../platform/context/transact.ts';
import { recordAudit } from '../../../platform/events/audit/record-audit.ts';
import { enqueue } from '../../../platform/jobs/enqueue.ts';
import { develop, type Photograph } from '../../../platform/pictures/photographs/develop.ts';
import { nameOfSize } from '../../../platform/pictures/photographs/photograph.rules.ts';
import { badInput, DomainError } from '../../../shared/errors.ts';
import { newId } from '../../../shared/ids/ids.ts';
import { type PictureWords, tidyWords, wordsProblems } from '../pictures/picture-text.rules.ts';
import { makeSizes } from '../sizes/make-sizes.job.ts';
import { type FoundSubject, findSubject, type PictureSubject, subjectOf } from '../subjects/subject.ts';
import { assertRoom, lockRoom } from './room.service.ts';

/** Somebody who may add a picture to a thing. */
export interface AdmittedPicture extends FoundSubject {
  readonly subject: PictureSubject;
  readonly id: string;
}

/** Of one person, of pictures and documents. */
export const uploadLimit = { times: 30, seconds: 3600 } as const;

/**
 * Whether the asker may add a picture to a thing, before anything of it is read. Throws SIGN_IN_REQUIRED,
 * EMAIL_NOT_VERIFIED, NOT_FOUND, FORBIDDEN, TOO_MANY_REQUESTS, BAD_INPUT where it has as many as it may.
 */
export async function admitPicture(ctx: Context, type: string, id: string): Promise<AdmittedPicture> {
  const { personId } = confirmed(ctx);
  const subject = subjectOf(type);
  const found = await findSubject(ctx, type, id);
  if (!found.mayAdd) throw new DomainError('FORBIDDEN');
  await assertFewer(ctx, subject, id);
  const retryAfter = await ctx.limits?.count({ who: personId, action: 'upload' }, uploadLimit);
  if (retryAfter) throw new DomainError('TOO_MANY_REQUESTS', undefined, [], { retryAfter });
  return { ...found, subject, id };
}

/**
 * Makes the files of a picture and shows it last among those of the thing; one that it has already is told again.
 * What was sent is not kept. Returns the id of its use. Throws BAD_INPUT.
 */
export async function addPicture(
  ctx: Context,
  admitted: AdmittedPicture,
  { bytes, type, words }: { bytes: Uint8Array; type: string; words: PictureWords },
): Promise<string> {
  const problems = wordsProblems(words);
  if (problems.length > 0) throw badInput(problems);
  const photograph = await develop(bytes, type);
  return transact(ctx, (tx) => keep(tx, admitted, photograph, tidyWords(words)));
}

async function keep(tx: Context, admitted: AdmittedPicture, photograph: Photograph, words: PictureWords) {
  const { subject, id: subjectId, centreId } = admitted;
  await lockRoom(tx, centreId ?? subjectId);
  await assertFewer(tx, subject, subjectId);
  const bytes = photograph.sizes.reduce((sum, size) => sum + size.bytes, 0);
  await assertRoom(tx, centreId, bytes);
  const pictureId = await keepFiles(tx, photograph, bytes);
  const known = await db(tx)
    .selectFrom('picture_use')
    .select('id')
    .where('subject_type', '=', subject.type)
    .where('subject_id', '=', subjectId)
    .where('picture_id', '=', pictureId)
    .executeTakeFirst();
  if (known) return known.id;
  const id = newId();
  const { personId } = confirmed(tx);
  await db(tx)
    .insertInto('picture_use')
    .values({
      ...{ id, picture_id: pictureId, subject_type: subject.type, subject_id: subjectId, centre_id: centreId },
      ...{ open: subject.open, alt: JSON.stringify(words.alt), credit: words.credit, shows_people: words.showsPeople },
      ...{ focus_x: words.focusX, focus_y: words.focusY, added_by_id: personId, created_at: tx.now, version: 1 },
      position: sql<number>`(select coalesce(max(position) + 1, 0) from picture_use
        where subject_type = ${subject.type} and subject_id = ${subjectId})`,
    })
    .execute();
  recordAudit(tx, 'picture.added', { centreId, object: { type: subject.type, id: subjectId }, after: { picture: id } });
  await enqueue(tx, makeSizes, { pictureId }, { key: `${pictureId}:${tx.now.getTime()}` });
  return id;
}

/**
 * The row waits for whoever removes the same picture at the moment, who takes the files away before the row; so they
 * are written once the row is ours.
 */
async function keepFiles(tx: Context, photograph: Photograph, bytes: number): Promise<string> {
  const { hash, width, height, colour, sizes } = photograph;
  const { id } = await db(tx)
    .insertInto('picture')
    .values({
      ...{ id: newId(), hash, width, height, colour, bytes, created_at: tx.now, unused_since: null },
      sizes: JSON.stringify(sizes.map(({ data, ...size }) => size)),
    })
    .onConflict((conflict) => conflict.column('hash').doUpdateSet({ unused_since: null }))
    .returning('id')
    .executeTakeFirstOrThrow();
  for (const size of sizes) await filesOf(tx).put(`pictures/${hash}/${nameOfSize(size)}`, size.data);
  return id;
}

async function assertFewer(ctx: Context, { type, most }: PictureSubject, id: string): Promise<void> {
  const { count } = await db(ctx)
    .selectFrom('picture_use')
    .select(({ fn, cast }) => cast<number>(fn.countAll(), 'integer').as('count'))
    .where('subject_type', '=', type)
    .where('subject_id', '=', id)
    .executeTakeFirstOrThrow();
  if (count >= most) throw badInput([{ field: 'file', message: { key: 'pictures.tooMany', parameters: { most } } }]);
}
