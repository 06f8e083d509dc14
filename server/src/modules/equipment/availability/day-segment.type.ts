import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { DaySegmentKind } from './day-strip.rules.ts';

export const DaySegmentKindEnum = enumOf<DaySegmentKind>('DaySegmentKind', 'What a stretch of a day is.', {
  free: 'At least one unit can be booked.',
  taken: 'Open, but every unit is taken.',
  closed: 'Not open.',
  unbookable:
    'Open, but nothing can be booked: it is over, too soon, too far ahead, or too short with set-up and clean-up.',
});

@Allow(asParent)
@ObjectType('DaySegment', { description: 'A stretch of a local day.', simpleResolvers: true })
export class DaySegmentObject {
  @Field(() => GraphQLISODateTime, { description: 'The first instant.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The instant at which the next stretch begins.' })
  endsAt: Date;

  @Field(() => DaySegmentKindEnum, { description: 'Whether it can be booked.' })
  kind: DaySegmentKind;

  @Field(() => Int, { description: 'How many units can be booked throughout it.' })
  freeUnits: number;
}
