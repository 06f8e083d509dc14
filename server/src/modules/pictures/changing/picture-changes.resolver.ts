import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { Allow, confirmedMembers } from '../../../platform/graphql/policy.ts';
import { notFound } from '../../../shared/errors.ts';
import { findPicture } from '../pictures/picture.reader.ts';
import { PictureObject } from '../pictures/picture.type.ts';
import { describePicture, movePicture, putPictureFirst, removePicture } from './change-picture.service.ts';
import { DescribePictureInput } from './picture-input.type.ts';

@Resolver()
export class PictureChangesResolver {
  @Allow(confirmedMembers)
  @Mutation(() => PictureObject, {
    description: 'Changes what is said of a picture, for those who look after the thing it shows.',
  })
  async describePicture(
    @Ctx() ctx: Context,
    @Arg('input', () => DescribePictureInput, { description: 'What is said of it.' }) input: DescribePictureInput,
  ): Promise<PictureObject> {
    const { altLt, altEn, ...words } = input;
    const alt = { ...(altLt && { lt: altLt }), ...(altEn && { en: altEn }) };
    return found(ctx, await describePicture(ctx, { ...words, alt }));
  }

  @Allow(confirmedMembers)
  @Mutation(() => PictureObject, { description: 'Moves a picture among those of the thing it shows.' })
  async movePicture(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The picture.' }) id: string,
    @Arg('by', () => Int, {
      nullable: true,
      description: 'By how many places, towards the end where positive; left out, it becomes the first.',
    })
    by: number | null,
  ): Promise<PictureObject> {
    return found(ctx, by === null ? await putPictureFirst(ctx, id) : await movePicture(ctx, id, by));
  }

  @Allow(confirmedMembers)
  @Mutation(() => Boolean, {
    description: 'Shows a picture no more; its files are deleted a day later where nothing else shows it.',
  })
  async removePicture(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { description: 'The picture.' }) id: string,
  ): Promise<boolean> {
    await removePicture(ctx, id);
    return true;
  }
}

async function found(ctx: Context, id: string): Promise<PictureObject> {
  const picture = await findPicture(ctx, id);
  if (!picture) throw notFound();
  return picture;
}
