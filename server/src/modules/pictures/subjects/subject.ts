import type { Context } from '../../../platform/context/context.ts';
import { notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import type { PictureSubjectType } from './subject.enums.ts';

/** A thing that pictures show, as the asker may see it. */
export interface FoundSubject {
  /** The centre whose room for files they take; null where they are nobody's at a centre. */
  readonly centreId: string | null;
  /** Whether the asker may add pictures. */
  readonly mayAdd: boolean;
  /** Whether the asker may change and remove those of others as well. */
  readonly mayChange: boolean;
}

/**
 * A kind of thing that has pictures: its module defines it and lists it as `pictureSubjects`.
 *
 *     export const problemPictures = definePictureSubject({ type: 'problem', most: 5, open: false, find });
 */
export interface PictureSubject {
  readonly type: PictureSubjectType;
  /** How many pictures one may have. */
  readonly most: number;
  /**
   * Whether everybody may look at them: then browsers and proxies keep them by their content. Others are asked for one
   * by one, and `find` decides each time.
   */
  readonly open: boolean;
  /** The thing with what the asker may do; undefined where it is not there, or the asker may not know of it. */
  readonly find: (ctx: Context, id: string) => Promise<FoundSubject | undefined>;
}

const subjects = new Map<PictureSubjectType, PictureSubject>();

export function definePictureSubject(subject: PictureSubject): PictureSubject {
  subjects.set(subject.type, subject);
  return subject;
}

/** A kind of thing by its name; throws NOT_FOUND for another name. */
export function subjectOf(type: string): PictureSubject {
  const subject = subjects.get(type as PictureSubjectType);
  if (!subject) throw notFound();
  return subject;
}

/** A thing that the asker may know of. Throws NOT_FOUND. */
export async function findSubject(ctx: Context, type: string, id: string): Promise<FoundSubject> {
  const found = isId(id) ? await subjectOf(type).find(ctx, id) : undefined;
  if (!found) throw notFound();
  return found;
}
