import { Field, InputType } from 'type-graphql';
import type { ExchangeSubject, PostKind } from '../posts/post.enums.ts';
import { ExchangeSubjectEnum, PostKindEnum } from '../posts/post-enums.type.ts';
import type { PostFilter } from './post-filter.rules.ts';

@InputType('PostFilter', { description: 'Which posts; everything given must hold.' })
export class PostFilterInput implements PostFilter {
  @Field(() => [PostKindEnum], { nullable: true, description: 'Any of these kinds; any at all where empty.' })
  kinds?: PostKind[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Words of title and text, or of the name of who wrote it or for whom; accents and small typing slips do not matter. At most 200 characters, of which ' +
      'the first five words count. At most 10,000 of what is found are counted.',
  })
  text?: string | null;

  @Field(() => String, { nullable: true, description: 'Slug of a city.' })
  city?: string | null;

  @Field(() => String, { nullable: true, description: 'Slug of a centre.' })
  centre?: string | null;

  @Field(() => String, { nullable: true, description: 'Key of an equipment type that it is about.' })
  equipmentType?: string | null;

  @Field(() => [String], {
    nullable: true,
    description: 'BCP 47 tags of languages, at most 20; in any of them, in any at all where empty.',
  })
  languages?: string[] | null;

  @Field(() => [ExchangeSubjectEnum], {
    nullable: true,
    description: 'Offers and requests of any of these; any post at all where empty.',
  })
  subjects?: ExchangeSubject[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True leaves out events that are over, and offers and requests whose last day has passed.',
  })
  current?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: "True for the asking person's own." })
  mine?: boolean | null;
}
