import { createUnionType, Field, GraphQLISODateTime, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { AccessRevokedObject, ReplayGapObject } from '../../../platform/realtime/subscriptions/control.type.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { EquipmentObject } from '../../equipment/items/equipment.type.ts';
import { OccupancyObject } from './occupancy.type.ts';

@Allow(asParent)
@ObjectType('TimelineChange', {
  description:
    'Taken times of one equipment changed. There is nothing to fetch: `occupancies` are all that touch ' +
    '[startsAt, endsAt) now.',
})
export class TimelineChangeObject {
  @Field(() => CursorScalar, { description: 'Its place in the stream; resume after it.' })
  cursor: string;

  @Field(() => EquipmentObject, { description: 'The equipment.' })
  equipment: EquipmentObject;

  @Field(() => GraphQLISODateTime, { description: 'From when something may have changed.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'Until when something may have changed.' })
  endsAt: Date;

  @Field(() => [OccupancyObject], {
    complexity: rows(10),
    description: 'All taken time of its units that touches the stretch, in order.',
  })
  occupancies: OccupancyObject[];
}

@Allow(asParent)
@ObjectType('OpeningHoursChange', {
  description: 'Opening hours changed; there is nothing else to fetch: its fields tell the hours of now.',
  simpleResolvers: true,
})
export class OpeningHoursChangeObject {
  @Field(() => CursorScalar, { description: 'Its place in the stream; resume after it.' })
  cursor: string;

  @Field(() => CentreObject, { description: 'The centre where they changed.' })
  centre: CentreObject;

  @Field(() => [EquipmentObject], {
    complexity: rows(20),
    description: 'Of the equipment that is followed, what may be reached at other times now.',
  })
  equipment: EquipmentObject[];
}

export const TimelineUpdateUnion = createUnionType({
  name: 'TimelineUpdate',
  description: 'What a subscription to a timeline tells.',
  types: () => [TimelineChangeObject, OpeningHoursChangeObject, ReplayGapObject, AccessRevokedObject] as const,
});
