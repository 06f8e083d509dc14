import { Field, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '../../../../platform/graphql/local-date.scalar.ts';
import { Allow, asParent } from '../../../../platform/graphql/policy.ts';
import type { DayShare } from './week.rules.ts';

@Allow(asParent)
@ObjectType('DayShare', { description: 'How much of a local day can be booked.', simpleResolvers: true })
export class DayShareObject implements DayShare {
  @Field(() => LocalDateScalar, { description: 'The day.' })
  date: string;

  @Field(() => Int, { description: 'Minutes for which it is open; 0 on a day on which it is closed.' })
  openMinutes: number;

  @Field(() => Int, { description: 'Minutes of that for which at least one unit can be booked now.' })
  freeMinutes: number;
}
