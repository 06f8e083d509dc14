import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { pickTranslation } from '../../../platform/i18n/locale.rules.ts';
import { DomainError } from '../../../shared/errors.ts';
import { usedRoom } from '../changing/room.service.ts';
import type { PictureSubjectType } from '../subjects/subject.enums.ts';
import { findSubject, subjectOf } from '../subjects/subject.ts';
import { type PictureRow, picturesOf } from './picture.reader.ts';
import {
  PictureFileObject,
  PictureListObject,
  PictureObject,
  PictureSubjectEnum,
  PictureTextObject,
} from './picture.type.ts';
import { addressOf } from './picture-address.rules.ts';

@Resolver(() => PictureObject)
export class PictureResolver {
  @Allow(members)
  @Query(() => PictureListObject, {
    complexity: rows(20),
    description: 'The pictures of a thing, for those who may add or change some; FORBIDDEN for others who see it.',
  })
  async pictures(
    @Ctx() ctx: Context,
    @Arg('subject', () => PictureSubjectEnum, { description: 'What kind of thing it is.' })
    subject: PictureSubjectType,
    @Arg('id', () => ID, { description: 'The id of the thing.' }) id: string,
  ): Promise<PictureListObject> {
    const { mayAdd, mayChange, centreId } = await findSubject(ctx, subject, id);
    if (!mayAdd && !mayChange) throw new DomainError('FORBIDDEN');
    const pictures = [...((await load(ctx, picturesOf(subject), id)) ?? [])];
    const used = centreId === null ? null : Math.ceil((await usedRoom(ctx, centreId)) / 1024 / 1024);
    return { pictures, mayAdd, mayChange, most: subjectOf(subject).most, usedMegabytes: used };
  }

  @FieldResolver(() => String, { description: "What it shows, in the reader's language, else in another." })
  alt(@Ctx() ctx: Context, @Root() { altTexts }: PictureObject): string {
    return pickTranslation(altTexts, ctx.locale) ?? '';
  }

  @FieldResolver(() => [PictureTextObject], {
    complexity: rows(2),
    description: 'What it shows, in every language in which it was said.',
  })
  texts(@Root() { altTexts }: PictureObject): PictureTextObject[] {
    return Object.entries(altTexts).map(([language, text]) => ({ language, text }));
  }

  @FieldResolver(() => [PictureFileObject], {
    complexity: rows(8),
    description: 'Its files from the smallest to the largest; more of them a few seconds after it was added.',
  })
  files(@Root() picture: PictureObject): PictureFileObject[] {
    const row = picture as PictureObject & PictureRow;
    return row.sizes
      .map((size) => ({ ...size, url: addressOf(row, size) }))
      .sort((one, other) => one.width - other.width || one.format.localeCompare(other.format));
  }
}
