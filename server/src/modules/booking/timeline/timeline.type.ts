import { Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { IntervalObject } from '../../equipment/availability/interval.type.ts';
import { EquipmentObject } from '../../equipment/items/equipment.type.ts';
import { UnitObject } from '../../equipment/units/unit.type.ts';
import { OccupancyObject } from './occupancy.type.ts';

@Allow(asParent)
@ObjectType('TimelineLane', { description: 'One unit over time.', simpleResolvers: true })
export class TimelineLaneObject {
  @Field(() => UnitObject, { description: 'The unit.' })
  unit: UnitObject;

  @Field(() => EquipmentObject, { description: 'The equipment it belongs to.' })
  equipment: EquipmentObject;

  @Field(() => [IntervalObject], {
    complexity: rows(2),
    description: 'When it can be reached, within the time asked for.',
  })
  open: IntervalObject[];

  @Field(() => [OccupancyObject], {
    complexity: rows(5),
    description: 'What is taken of it and touches the time asked for, in order.',
  })
  occupancies: OccupancyObject[];
}

@Allow(asParent)
@ObjectType('Timeline', { description: 'Units over time: at most 31 days and 1,000 units.', simpleResolvers: true })
export class TimelineObject {
  @Field(() => GraphQLISODateTime, { description: 'From when.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when.' })
  endsAt: Date;

  @Field(() => [TimelineLaneObject], {
    complexity: rows(1),
    description: 'A lane for each unit in use, by name of equipment, then position.',
  })
  lanes: TimelineLaneObject[];

  @Field(() => CursorScalar, { description: 'Subscribe to `timelineChanges` after it to miss nothing.' })
  cursor: string;
}
