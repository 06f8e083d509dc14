import { Field, Int, ObjectType } from 'type-graphql';
import { connectionOf } from '../../../../platform/graphql/connection.ts';
import { Allow, asParent } from '../../../../platform/graphql/policy.ts';
import type { AffectedBooking } from './affected-bookings.reader.ts';

@Allow(asParent)
@ObjectType('AffectedBooking', {
  description: 'A standing booking that lies, with some of its time, outside of the planned hours.',
  simpleResolvers: true,
})
export class AffectedBookingObject {
  @Field(() => Boolean, { description: 'The hours of now do not cover it either.' })
  alreadyOutside: boolean;

  id: string;
}

@Allow(asParent)
@ObjectType('AffectedBookingConnection', { description: 'One page of affected bookings.', simpleResolvers: true })
export class AffectedBookingConnectionObject extends connectionOf('AffectedBooking', () => AffectedBookingObject) {}

@Allow(asParent)
@ObjectType('OpeningHoursImpact', {
  description: 'Whom planned hours touch. The bookings stand; each can be moved or cancelled.',
  simpleResolvers: true,
})
export class OpeningHoursImpactObject {
  @Field(() => Int, { description: 'How many bookings are affected.' })
  count: number;

  @Field(() => String, { description: 'Of all affected bookings as they are now; send it back when changing.' })
  fingerprint: string;

  affected: readonly AffectedBooking[];
}
