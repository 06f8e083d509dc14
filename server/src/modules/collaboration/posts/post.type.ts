import type { EntityDTO } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { Post } from './post.entity.ts';
import type { PostAudience, PostKind, PostState } from './post.enums.ts';
import type { GuardedPost } from './post.policy.ts';
import { PostAudienceEnum, PostKindEnum, PostStateEnum } from './post-enums.type.ts';

@Allow(asParent)
@ObjectType('PostAbilities', { description: 'What the asking person may do with a post.', simpleResolvers: true })
export class PostAbilitiesObject {
  @Field(() => Boolean, { description: 'Whether the person may change its title and text.' })
  edit: boolean;

  @Field(() => Boolean, { description: 'Whether the person may take it back.' })
  withdraw: boolean;

  @Field(() => Boolean, { description: 'Whether the person may reply.' })
  reply: boolean;
}

const typeNames: Readonly<Record<PostKind, string>> = {
  offer: 'Offer',
  request: 'Request',
  event: 'Event',
  discussion: 'Discussion',
};

type CommonFacts = Pick<EntityDTO<Post>, 'id' | 'kind' | 'title' | 'language' | 'createdAt' | 'editedAt' | 'version'>;

@InterfaceType('Post', {
  description: 'What people of the network tell each other, in one of several kinds.',
  resolveType: (post: CommonFacts) => typeNames[post.kind],
})
export abstract class PostInterface implements CommonFacts, GuardedPost {
  @Field(() => ID, { description: 'The id of the post.' })
  id: string;

  @Field(() => PostKindEnum, { description: 'What it is about; says the same as its type.' })
  kind: PostKind;

  @Field(() => String, { description: 'Its title, one line.' })
  title: string;

  @Field(() => String, { description: 'The beginning of its text without formatting, at most 220 characters.' })
  excerpt: string;

  @Field(() => String, { description: 'BCP 47 tag of the language of title and text.' })
  language: string;

  @Field(() => PostAudienceEnum, { description: 'Who may read it.' })
  audience: PostAudience;

  @Field(() => PostStateEnum, { description: 'Whether it still holds.' })
  state: PostState;

  @Field(() => GraphQLISODateTime, { description: 'When it was published.' })
  createdAt: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When its title or text last changed, if ever.' })
  editedAt?: Date | null;

  @Field(() => Int, { description: 'Rises with every change; send it with a change of your own.' })
  version: number;

  @Field(() => CursorScalar, { description: 'Subscribe to `postChanges` after it to miss nothing.' })
  cursor: string;

  /** The fields `city`, `centre` and `author` read them. */
  cityId: string;
  centreId: string | null;
  authorId: string | null;
  organisationId: string | null;
  actingCentreId: string | null;
}
