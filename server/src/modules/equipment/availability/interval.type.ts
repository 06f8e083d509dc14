import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';

@Allow(asParent)
@ObjectType('Interval', { description: 'A stretch of time; its end is no longer part of it.', simpleResolvers: true })
export class IntervalObject {
  @Field(() => GraphQLISODateTime, { description: 'The first instant.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The instant at which it is over.' })
  endsAt: Date;
}
