import { Field, ID, InputType, Int } from 'type-graphql';
import { LocalDateScalar } from '../../../platform/graphql/local-date.scalar.ts';
import type { ExchangeSubject, ExchangeTerms, PostAudience } from '../posts/post.enums.ts';
import { ExchangeSubjectEnum, ExchangeTermsEnum, PostAudienceEnum } from '../posts/post-enums.type.ts';
import type { EventDraft, ExchangeDraft } from './post-fields.rules.ts';

@InputType({ description: 'What posts of every kind have.' })
export abstract class PublishInput {
  @Field(() => String, { description: '3 to 160 characters, one line.' })
  title: string;

  @Field(() => String, { description: 'Markdown, 1 to 20,000 characters; HTML in it is shown, not obeyed.' })
  body: string;

  @Field(() => String, { description: 'BCP 47 tag of the language of title and text.' })
  language: string;

  @Field(() => PostAudienceEnum, { description: 'Who may read it; MEMBERS only for a centre of your own.' })
  audience: PostAudience;

  @Field(() => String, { nullable: true, description: "Slug; a home centre's city goes before it." })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'Slug of the home centre. Centre or city must be given.' })
  centre?: string | null;

  @Field(() => [ID], { nullable: true, description: 'Keys of the equipment types it is about, at most 10.' })
  equipmentTypes?: string[] | null;

  @Field(() => String, {
    description: '1 to 80 characters of your choice; a repetition within 7 days returns the first result.',
  })
  idempotencyKey: string;
}

@InputType({ description: 'What offers and requests have.' })
abstract class PublishExchangeInput extends PublishInput implements ExchangeDraft {
  @Field(() => ExchangeSubjectEnum, { description: 'What is given or sought.' })
  subject: ExchangeSubject;

  @Field(() => ExchangeTermsEnum, { description: 'On which terms.' })
  terms: ExchangeTerms;

  @Field(() => String, { nullable: true, description: 'How much, in at most 80 characters.' })
  quantity?: string | null;

  @Field(() => LocalDateScalar, {
    nullable: true,
    description: 'Its last day, or the day it is needed by; not over yet.',
  })
  validUntil?: string | null;
}

@InputType('PublishOfferInput', { description: 'Something to give.' })
export class PublishOfferInput extends PublishExchangeInput {}

@InputType('PublishRequestInput', { description: 'Something sought.' })
export class PublishRequestInput extends PublishExchangeInput {}

@InputType('PublishEventInput', {
  description: 'Something that happens. Its times are wall-clock times of the home centre, else of the city.',
})
export class PublishEventInput extends PublishInput implements EventDraft {
  @Field(() => String, { nullable: true, description: 'Where it is, in at most 200 characters.' })
  place?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether one can take part from afar; false where left out.' })
  remote?: boolean | null;

  @Field(() => String, { description: 'YYYY-MM-DDTHH:MM. Of a time that autumn repeats the first is meant.' })
  startsAt: string;

  @Field(() => String, { description: 'YYYY-MM-DDTHH:MM, later than the start, at most 31 days.' })
  endsAt: string;

  @Field(() => Int, { nullable: true, description: 'How many people can take part, 1 to 100,000.' })
  seats?: number | null;
}

@InputType('PublishDiscussionInput', { description: 'Something to talk about.' })
export class PublishDiscussionInput extends PublishInput {}
