import type { EntityDTO } from '@mikro-orm/core';
import { Field, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import type { Organisation } from './organisation.entity.ts';
import type { SizeClass } from './organisation.enums.ts';

export const SizeClassEnum = enumOf<SizeClass>(
  'SizeClass',
  'How big an organisation is (Commission Recommendation 2003/361/EC), with the self-employed and associations.',
  {
    self_employed: 'One person working on their own account.',
    micro: 'Fewer than 10 people and at most EUR 2 million of turnover or balance sheet.',
    small: 'Fewer than 50 people and at most EUR 10 million of turnover or balance sheet.',
    medium: 'Fewer than 250 people and at most EUR 50 million of turnover or EUR 43 million of balance sheet.',
    large: 'Anything bigger.',
    association: 'An association, foundation or community group.',
  },
);

@Allow(everyone)
@ObjectType('Organisation', {
  description: 'A firm, association or community group that people act for.',
  simpleResolvers: true,
})
export class OrganisationObject
  implements Pick<EntityDTO<Organisation>, 'id' | 'slug' | 'name' | 'sizeClass' | 'summary' | 'website'>
{
  @Field(() => ID, { description: 'The organisation for good, also after a change of name.' })
  id: string;

  @Field(() => String, { description: 'The part of its address that stands for its name.' })
  slug: string;

  @Field(() => String, { description: 'The name it goes by.' })
  name: string;

  @Field(() => SizeClassEnum, { description: 'How big it is.' })
  sizeClass: SizeClass;

  @Field(() => String, { description: 'What it does, in its own words; empty where it has not said.' })
  summary: string;

  @Field(() => String, { nullable: true, description: 'Its own site.' })
  website?: string | null;

  /** Where it is at home; the field `city` reads it. */
  cityId: string;
}
