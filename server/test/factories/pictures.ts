import { createHash } from 'node:crypto';
import type { PictureSubjectType } from '../../src/modules/pictures/subjects/subject.enums.ts';
import { rowsOf } from '../../src/platform/database/database.ts';
import { newId } from '../../src/shared/ids/ids.ts';
import type { World } from '../world.ts';

interface PictureDraft {
  readonly subject: PictureSubjectType;
  readonly id: string;
  readonly centre?: string | null;
  readonly addedBy: string;
}

/** Enters a picture, of which no file is anywhere, where it is shown. Returns the id of its use. */
export async function makePicture(world: World, { subject, id, centre = null, addedBy }: PictureDraft) {
  const rows = rowsOf(world.em());
  const use = newId();
  const hash = createHash('sha256').update(use).digest('hex');
  const size = { edge: 2560, format: 'webp', width: 800, height: 600, bytes: 1000, hash };
  const picture = { id: newId(), hash, width: 800, height: 600, colour: '#8a7f6c', sizes: JSON.stringify([size]) };
  await rows
    .insertInto('picture')
    .values({ ...picture, bytes: 1000, created_at: world.now, unused_since: null })
    .execute();
  await rows
    .insertInto('picture_use')
    .values({
      ...{ id: use, picture_id: picture.id, subject_type: subject, subject_id: id, centre_id: centre, open: true },
      ...{ position: 0, focus_x: 50, focus_y: 50, alt: JSON.stringify({ en: 'The workshop' }), credit: 'Ona' },
      ...{ shows_people: false, added_by_id: addedBy, created_at: world.now, version: 1 },
    })
    .execute();
  return use;
}
