import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../../platform/graphql/local-date.scalar.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';

@Allow(asParent)
@ObjectType('DeskDay', { description: 'A day of a centre, as its clocks tell it.', simpleResolvers: true })
export class DeskDayObject {
  @Field(() => LocalDateScalar, { description: 'Which day, in the zone of the centre.' })
  date: string;

  @Field(() => GraphQLISODateTime, { description: 'When it begins.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When the next day begins, 23 to 25 hours later.' })
  endsAt: Date;

  /** The field `bookings` reads it. */
  centreId: string;
}
