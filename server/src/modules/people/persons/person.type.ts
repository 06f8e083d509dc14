import type { EntityDTO } from '@mikro-orm/core';
import { Field, ID, ObjectType } from 'type-graphql';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import type { Person } from './person.entity.ts';

@Allow(everyone)
@ObjectType('Person', { description: 'What anyone may know of a person.', simpleResolvers: true })
export class PersonObject implements Pick<EntityDTO<Person>, 'id' | 'name' | 'demonstration'> {
  @Field(() => ID, { description: 'The person for good, also after a change of name.' })
  id: string;

  @Field(() => String, { description: 'The name the person goes by here.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether this is an invented person of the demonstration network.' })
  demonstration: boolean;
}
