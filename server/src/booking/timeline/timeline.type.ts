import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { EquipmentItemType } from '../../equipment/equipment.type.ts';
import { IntervalType } from '../../equipment/interval.type.ts';
import { UnitType } from '../../equipment/unit.type.ts';
import { Costs } from '../../graphql/costs.ts';
import { Allow, asParent } from '../../graphql/policy.ts';
import { CursorScalar } from '../../live/cursor.scalar.ts';
import { OccupancyType } from './occupancy.type.ts';

@Allow(asParent)
@ObjectType('TimelineLane', { description: 'One unit over time.', simpleResolvers: true })
export class TimelineLaneType {
  @Field(() => UnitType, { description: 'The unit.' })
  unit: UnitType;

  @Field(() => EquipmentItemType, { description: 'The equipment it belongs to.' })
  equipment: EquipmentItemType;

  @Costs({ rows: 10 })
  @Field(() => [IntervalType], { description: 'When it can be reached, within the time asked for.' })
  open: IntervalType[];

  @Costs({ rows: 10 })
  @Field(() => [OccupancyType], { description: 'What is taken of it and touches the time asked for, in order.' })
  occupancies: OccupancyType[];
}

@Allow(asParent)
@ObjectType('Timeline', { description: 'Units over time: at most 31 days and 1,000 units.', simpleResolvers: true })
export class TimelineType {
  @Field(() => GraphQLISODateTime, { description: 'From when.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when.' })
  endsAt: Date;

  @Costs({ rows: 10 })
  @Field(() => [TimelineLaneType], { description: 'A lane for each unit in use, by name of equipment, then position.' })
  lanes: TimelineLaneType[];

  @Field(() => CursorScalar, { description: 'Subscribe to `timelineChanges` after it to miss nothing.' })
  cursor: string;
}
