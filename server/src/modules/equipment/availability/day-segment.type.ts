import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { DaySegmentKind } from './day-strip.rules.ts';

export const DaySegmentKindEnum = enumOf<DaySegmentKind>('DaySegmentKind', 'What a stretch of a day is.', {
  free: 'Open, and at least one unit is free.',
  taken: 'Open, but every unit is taken.',
  closed: 'Not open.',
});

@Allow(asParent)
@ObjectType('DaySegment', { description: 'A stretch of a local day.', simpleResolvers: true })
export class DaySegmentObject {
  @Field(() => GraphQLISODateTime, { description: 'The first instant.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'The instant at which the next stretch begins.' })
  endsAt: Date;

  @Field(() => DaySegmentKindEnum, { description: 'Free, taken or closed.' })
  kind: DaySegmentKind;

  @Field(() => Int, { description: 'How many units are free throughout it.' })
  freeUnits: number;
}
