import type { EntityDTO } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../../platform/graphql/local-date.scalar.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { Post } from './post.entity.ts';
import type { ExchangeSubject, ExchangeTerms } from './post.enums.ts';
import { PostInterface } from './post.type.ts';
import { ExchangeSubjectEnum, ExchangeTermsEnum } from './post-enums.type.ts';

type ExchangeFacts = Pick<EntityDTO<Post>, 'quantity' | 'validUntil'>;
type EventFacts = Pick<EntityDTO<Post>, 'place' | 'remote' | 'seats'>;

@Allow(asParent)
@ObjectType('Offer', { implements: PostInterface, description: 'Something is given.', simpleResolvers: true })
export class OfferObject extends PostInterface implements ExchangeFacts {
  @Field(() => ExchangeSubjectEnum, { description: 'What is given.' })
  subject: ExchangeSubject;

  @Field(() => ExchangeTermsEnum, { description: 'On which terms.' })
  terms: ExchangeTerms;

  @Field(() => String, { nullable: true, description: 'How much, in words.' })
  quantity?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The last day it holds; null where no end is set.' })
  validUntil?: string | null;
}

@Allow(asParent)
@ObjectType('Request', { implements: PostInterface, description: 'Something is sought.', simpleResolvers: true })
export class RequestObject extends PostInterface implements ExchangeFacts {
  @Field(() => ExchangeSubjectEnum, { description: 'What is sought.' })
  subject: ExchangeSubject;

  @Field(() => ExchangeTermsEnum, { description: 'On which terms.' })
  terms: ExchangeTerms;

  @Field(() => String, { nullable: true, description: 'How much, in words.' })
  quantity?: string | null;

  @Field(() => LocalDateScalar, { nullable: true, description: 'The day it is needed by; null where none is set.' })
  validUntil?: string | null;
}

@Allow(asParent)
@ObjectType('Event', { implements: PostInterface, description: 'Something happens at a time.', simpleResolvers: true })
export class EventObject extends PostInterface implements EventFacts {
  @Field(() => String, { nullable: true, description: 'Where it is, in words.' })
  place?: string | null;

  @Field(() => Boolean, { description: 'Whether one can take part from afar.' })
  remote: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When it starts.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends.' })
  endsAt: Date;

  @Field(() => String, { description: 'IANA time zone of its place; show its times in it.' })
  zone: string;

  @Field(() => Int, { nullable: true, description: 'How many people can take part; null where it does not matter.' })
  seats?: number | null;
}

@Allow(asParent)
@ObjectType('Discussion', {
  implements: PostInterface,
  description: 'Something is talked about.',
  simpleResolvers: true,
})
export class DiscussionObject extends PostInterface {}

/** They stand behind the interface only, so the schema would not find them by itself. */
export const postTypes = [OfferObject, RequestObject, EventObject, DiscussionObject];
