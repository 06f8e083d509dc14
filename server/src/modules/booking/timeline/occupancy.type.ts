import type { EntityDTO } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import type { Occupancy } from '../occupancy/occupancy.entity.ts';
import type { OccupancyKind } from '../occupancy/occupancy.enums.ts';

export const OccupancyKindEnum = enumOf<OccupancyKind>('OccupancyKind', "What takes a unit's time.", {
  booking: 'Somebody has booked it.',
  hold: 'It is kept for a few minutes for somebody who is about to book it.',
  offer: 'It is kept for somebody whose booking had to give way, until they choose.',
  maintenance: 'It is being looked after.',
  closure: 'It is out of order or out of reach.',
  training: 'People learn to use it.',
  outage: 'It is out of order, until then at least.',
});

@Allow(everyone)
@ObjectType('Occupancy', {
  description: 'Taken time of a unit. Whose it is stands here only for those who may know.',
  simpleResolvers: true,
})
export class OccupancyObject implements Pick<EntityDTO<Occupancy>, 'id' | 'kind'> {
  @Field(() => ID, { description: 'The id of the taken time.' })
  id: string;

  @Field(() => GraphQLISODateTime, { description: 'When it begins, with set-up.' })
  startsAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it ends, with clean-up.' })
  endsAt: Date;

  @Field(() => OccupancyKindEnum, { description: 'What takes the time.' })
  kind: OccupancyKind;

  @Field(() => String, { nullable: true, description: 'What people are told of maintenance, closure or training.' })
  note: string | null;

  @Field(() => Boolean, { description: 'Whether it is a request that the staff have yet to answer.' })
  waiting: boolean;

  @Field(() => Boolean, { description: 'Whether the asking person booked or holds it.' })
  mine: boolean;

  unitId: string;
  bookingId: string | null;
}
