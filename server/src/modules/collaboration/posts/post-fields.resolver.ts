import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { pageRequest } from '../../../platform/graphql/connection.ts';
import { notFound } from '../../../shared/errors.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { readCities } from '../../directory/cities/city.reader.ts';
import { CityObject } from '../../directory/cities/city.type.ts';
import { AuthorObject } from '../../people/acting-for/author.type.ts';
import { readEquipmentTypes } from '../../vocabulary/equipment-types/equipment-type.reader.ts';
import { EquipmentTypeObject } from '../../vocabulary/equipment-types/equipment-type.type.ts';
import { readRepliers } from '../replies/replier.reader.ts';
import { countReplies, readReplyPages } from '../replies/reply.reader.ts';
import { ReplyConnectionObject, replyConnection, timeOrder } from '../search/post-connection.type.ts';
import { pageKey } from '../search/wanted-pages.sql.ts';
import { readPostTexts } from '../text/post-text.reader.ts';
import { mayEdit, mayReply, mayWithdraw } from './post.policy.ts';
import { readPostEquipmentTypes } from './post.reader.ts';
import { PostAbilitiesObject, PostInterface } from './post.type.ts';

@Resolver(() => PostInterface)
export class PostFieldsResolver {
  @FieldResolver(() => String, { description: 'Its text as it was written, in Markdown.' })
  async body(@Ctx() ctx: Context, @Root() { id }: PostInterface): Promise<string> {
    return (await load(ctx, readPostTexts, id))?.body ?? '';
  }

  @FieldResolver(() => String, { complexity: 20, description: 'Its text as HTML that is safe to put into a page.' })
  async bodyHtml(@Ctx() ctx: Context, @Root() { id }: PostInterface): Promise<string> {
    return (await load(ctx, readPostTexts, id))?.bodyHtml ?? '';
  }

  @FieldResolver(() => CityObject, { description: 'Where it is at home.' })
  async city(@Ctx() ctx: Context, @Root() { cityId }: PostInterface): Promise<CityObject> {
    const city = await load(ctx, readCities, cityId);
    if (!city) throw notFound();
    return city;
  }

  @FieldResolver(() => CentreObject, { nullable: true, description: 'The home centre, where it has one.' })
  async centre(@Ctx() ctx: Context, @Root() { centreId }: PostInterface): Promise<CentreObject | null> {
    return centreId === null ? null : ((await load(ctx, readCentres, centreId)) ?? null);
  }

  @FieldResolver(() => AuthorObject, { description: 'Who published it, and for whom.' })
  author(@Root() { authorId, organisationId, actingCentreId }: PostInterface): AuthorObject {
    return { personId: authorId, organisationId, actingCentreId };
  }

  @FieldResolver(() => [EquipmentTypeObject], { complexity: rows(3), description: 'The equipment types it is about.' })
  async equipmentTypes(@Ctx() ctx: Context, @Root() { id }: PostInterface): Promise<EquipmentTypeObject[]> {
    const keys = (await load(ctx, readPostEquipmentTypes, id)) ?? [];
    const types = await Promise.all(keys.map((key) => load(ctx, readEquipmentTypes, key)));
    return types.filter((type) => type !== undefined);
  }

  @FieldResolver(() => Int, { description: 'How many replies it has.' })
  async replyCount(@Ctx() ctx: Context, @Root() { id }: PostInterface): Promise<number> {
    return (await load(ctx, countReplies, id)) ?? 0;
  }

  @FieldResolver(() => [AuthorObject], {
    complexity: rows(4),
    description: 'Who replied, up to four others than who published it, the latest first.',
  })
  async repliers(@Ctx() ctx: Context, @Root() { id }: PostInterface): Promise<readonly AuthorObject[]> {
    return (await load(ctx, readRepliers, id)) ?? [];
  }

  @FieldResolver(() => ReplyConnectionObject, { description: 'Its replies, the oldest first.' })
  async replies(
    @Ctx() ctx: Context,
    @Root() post: PostInterface,
    @Arg('first', () => Int, { nullable: true, defaultValue: 50, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<ReplyConnectionObject> {
    const request = pageRequest(first ?? 50, after, timeOrder);
    const page = await load(ctx, readReplyPages, pageKey({ parent: post.id, ...request }));
    return replyConnection(page ?? { rows: [], hasNextPage: false }, request.after, () => this.replyCount(ctx, post));
  }

  @FieldResolver(() => PostAbilitiesObject, { description: 'What the asking person may do with it.' })
  viewerCan(@Ctx() { actor }: Context, @Root() post: PostInterface): PostAbilitiesObject {
    return { edit: mayEdit(actor, post), withdraw: mayWithdraw(actor, post), reply: mayReply(actor, post) };
  }
}
