import { type Context, db, filesOf } from '../../../platform/context/context.ts';
import { defineRoute, type Route, type RouteReply } from '../../../platform/http/route.ts';
import type { PictureSize } from '../../../platform/pictures/photographs/photograph.rules.ts';
import { nameOfSize } from '../../../platform/pictures/photographs/photograph.rules.ts';
import { DomainError } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { findSubject } from '../subjects/subject.ts';

const nothing: RouteReply = { status: 404 };

const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text);

/** By its content, for everybody: as long as something that everybody may see shows it. */
const openPicture: Route = defineRoute({
  method: 'GET',
  path: '/files/pictures/:hash/:name',
  async handle(ctx, { params: { hash = '', name = '' } }) {
    if (!isHash(hash)) return nothing;
    const picture = await db(ctx)
      .selectFrom('picture')
      .select(['hash', 'sizes'])
      .where('hash', '=', hash)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('picture_use')
            .select('picture_use.id')
            .whereRef('picture_use.picture_id', '=', 'picture.id')
            .where('picture_use.open', '=', true),
        ),
      )
      .executeTakeFirst();
    return fileOf(ctx, picture, name, 'public, max-age=31536000, immutable');
  },
});

/** By its use, for whoever may see what it shows at this moment. */
const privatePicture: Route = defineRoute({
  method: 'GET',
  path: '/files/private/:id/:name',
  async handle(ctx, { params: { id = '', name = '' } }) {
    if (!isId(id)) return nothing;
    const picture = await db(ctx)
      .selectFrom('picture_use as use')
      .innerJoin('picture', 'picture.id', 'use.picture_id')
      .select(['picture.hash', 'picture.sizes', 'use.subject_type as type', 'use.subject_id as subjectId'])
      .where('use.id', '=', id)
      .executeTakeFirst();
    if (!picture) return nothing;
    try {
      await findSubject(ctx, picture.type, picture.subjectId);
    } catch (error) {
      if (error instanceof DomainError && error.code === 'NOT_FOUND') return nothing;
      throw error;
    }
    return fileOf(ctx, picture, name, 'private, no-store');
  },
});

async function fileOf(
  ctx: Context,
  picture: { hash: string; sizes: readonly PictureSize[] } | undefined,
  name: string,
  cacheControl: string,
): Promise<RouteReply> {
  const size = picture?.sizes.find((each) => nameOfSize(each) === name);
  const body = picture && size && (await filesOf(ctx).get(`pictures/${picture.hash}/${nameOfSize(size)}`));
  if (!body) return nothing;
  return { body, headers: { 'content-type': `image/${size.format}`, 'cache-control': cacheControl } };
}

export const pictureRoutes: readonly Route[] = [openPicture, privatePicture];
