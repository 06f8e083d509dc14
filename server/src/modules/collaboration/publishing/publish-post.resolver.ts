import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { asPeopleWrite, Limit } from '../../../platform/graphql/limit.ts';
import { Allow, confirmedMembers } from '../../../platform/graphql/policy.ts';
import { findPost } from '../posts/post.reader.ts';
import type { PostInterface } from '../posts/post.type.ts';
import { DiscussionObject, EventObject, OfferObject, RequestObject } from '../posts/post-kinds.type.ts';
import type { PostDraft } from './post-draft.rules.ts';
import { publishPost } from './publish-post.service.ts';
import {
  PublishDiscussionInput,
  PublishEventInput,
  type PublishInput,
  PublishOfferInput,
  PublishRequestInput,
} from './publish-post.type.ts';

const what = { description: 'What to publish.' };

@Resolver()
export class PublishPostResolver {
  @Allow(confirmedMembers)
  @Limit(asPeopleWrite)
  @Mutation(() => OfferObject, { description: 'Publishes an offer.' })
  publishOffer(
    @Ctx() ctx: Context,
    @Arg('input', () => PublishOfferInput, what) input: PublishOfferInput,
  ): Promise<PostInterface> {
    return publish(ctx, input, { kind: 'offer', exchange: exchangeOf(input) });
  }

  @Allow(confirmedMembers)
  @Limit(asPeopleWrite)
  @Mutation(() => RequestObject, { description: 'Publishes a request.' })
  publishRequest(
    @Ctx() ctx: Context,
    @Arg('input', () => PublishRequestInput, what) input: PublishRequestInput,
  ): Promise<PostInterface> {
    return publish(ctx, input, { kind: 'request', exchange: exchangeOf(input) });
  }

  @Allow(confirmedMembers)
  @Limit(asPeopleWrite)
  @Mutation(() => EventObject, { description: 'Publishes an event.' })
  publishEvent(
    @Ctx() ctx: Context,
    @Arg('input', () => PublishEventInput, what) input: PublishEventInput,
  ): Promise<PostInterface> {
    const { place, remote, startsAt, endsAt, seats } = input;
    return publish(ctx, input, { kind: 'event', event: { place, remote, startsAt, endsAt, seats } });
  }

  @Allow(confirmedMembers)
  @Limit(asPeopleWrite)
  @Mutation(() => DiscussionObject, { description: 'Opens a discussion.' })
  publishDiscussion(
    @Ctx() ctx: Context,
    @Arg('input', () => PublishDiscussionInput, what) input: PublishDiscussionInput,
  ): Promise<PostInterface> {
    return publish(ctx, input, { kind: 'discussion' });
  }
}

const exchangeOf = ({ subject, terms, quantity, validUntil }: PublishOfferInput | PublishRequestInput) => ({
  subject,
  terms,
  quantity,
  validUntil,
});

async function publish(
  ctx: Context,
  { title, body, language, audience, city, centre, equipmentTypes, idempotencyKey }: PublishInput,
  own: Pick<PostDraft, 'kind' | 'exchange' | 'event'>,
): Promise<PostInterface> {
  const draft = { title, body, language, audience, city, centre, equipmentTypes, ...own };
  return findPost(ctx, await publishPost(ctx, draft, idempotencyKey));
}
