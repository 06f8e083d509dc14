import { type Context, db } from '../../../platform/context/context.ts';
import type { BatchReader } from '../../../platform/context/load.ts';
import type { Database } from '../../../platform/database/tables.ts';
import type { PictureSize } from '../../../platform/pictures/photographs/photograph.rules.ts';
import type { PictureSubjectType } from '../subjects/subject.enums.ts';

export interface PictureRow {
  readonly id: string;
  readonly subjectId: string;
  readonly open: boolean;
  readonly hash: string;
  readonly width: number;
  readonly height: number;
  readonly colour: string;
  readonly sizes: readonly PictureSize[];
  readonly altTexts: Readonly<Record<string, string>>;
  readonly credit: string;
  readonly focusX: number;
  readonly focusY: number;
  readonly showsPeople: boolean;
  readonly version: number;
}

const selectPictures = (database: Database) =>
  database
    .selectFrom('picture_use as use')
    .innerJoin('picture', 'picture.id', 'use.picture_id')
    .select(['use.id', 'use.subject_id as subjectId', 'use.open', 'use.alt as altTexts', 'use.credit', 'use.version'])
    .select(['use.focus_x as focusX', 'use.focus_y as focusY', 'use.shows_people as showsPeople'])
    .select(['picture.hash', 'picture.width', 'picture.height', 'picture.colour', 'picture.sizes']);

/** The pictures of things of a kind, each in its order. */
function readerOf(type: PictureSubjectType): BatchReader<readonly PictureRow[]> {
  return async (ctx, ids) => {
    const rows = await selectPictures(db(ctx))
      .where('use.subject_type', '=', type)
      .where('use.subject_id', 'in', [...ids])
      .orderBy('use.position')
      .orderBy('use.id')
      .execute();
    return Map.groupBy(rows, ({ subjectId }) => subjectId);
  };
}

const readers = new Map<PictureSubjectType, BatchReader<readonly PictureRow[]>>();

/** Reads the pictures of many things of a kind; use it with `load`, once the asker may know of the things. */
export function picturesOf(type: PictureSubjectType): BatchReader<readonly PictureRow[]> {
  const reader = readers.get(type) ?? readerOf(type);
  readers.set(type, reader);
  return reader;
}

/** One use of a picture, whoever asks. */
export const findPicture = (ctx: Context, id: string): Promise<PictureRow | undefined> =>
  selectPictures(db(ctx)).where('use.id', '=', id).executeTakeFirst();
