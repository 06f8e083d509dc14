import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { roleAt } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { type Keyset, pageOf } from '../../../platform/database/paging/pagination.rules.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { Allow, confirmedMembers, members } from '../../../platform/graphql/policy.ts';
import { readBookings } from '../../booking/bookings/booking.reader.ts';
import { BookingConnectionObject, type BookingObject } from '../../booking/bookings/booking.type.ts';
import { MembershipObject } from '../../people/memberships/membership.type.ts';
import type { ComingBooking } from './coming-bookings.reader.ts';
import { mayEndMembership } from './end-membership.policy.ts';
import { endMembership, type MembershipImpact, membershipImpact } from './end-membership.service.ts';
import {
  EndMembershipInput,
  EndMembershipResult,
  MembershipAbilitiesObject,
  type MembershipEndedObject,
  MembershipImpactObject,
  type MembershipNotEndedObject,
} from './end-membership.type.ts';

@Resolver()
export class EndMembershipResolver {
  @Allow(members)
  @Query(() => MembershipImpactObject, {
    description: 'What ending a membership touches, also once it has ended; for the staff of the centre.',
  })
  async membershipImpact(
    @Ctx() ctx: Context,
    @Arg('membershipId', () => ID, { description: 'The membership.' }) membershipId: string,
  ): Promise<MembershipImpactObject> {
    return presentImpact(await membershipImpact(ctx, membershipId));
  }

  @Allow(confirmedMembers)
  @Mutation(() => EndMembershipResult, {
    description:
      'Ends a membership at once, once all coming bookings of it were shown: by staff that of a member, by a manager ' +
      'also that of staff and managers, by nobody their own.',
  })
  async endMembership(
    @Ctx() ctx: Context,
    @Arg('input', () => EndMembershipInput, { description: 'Which one, and why.' }) input: EndMembershipInput,
  ): Promise<MembershipEndedObject | MembershipNotEndedObject> {
    const { ended, impact } = await endMembership(ctx, input);
    const presented = presentImpact(impact);
    return ended ? { membership: impact.membership, standing: presented } : { impact: presented };
  }
}

const keysetOf = ({ startsAt, id }: ComingBooking): Keyset => [startsAt.toISOString(), id];

/** Whether a booking comes behind a place in the list. */
const isBehind = (booking: ComingBooking, [startsAt, id]: Keyset): boolean => {
  const [time, place] = [booking.startsAt.getTime(), Date.parse(String(startsAt))];
  return time > place || (time === place && booking.id > String(id));
};

@Resolver(() => MembershipImpactObject)
export class MembershipImpactResolver {
  @FieldResolver(() => BookingConnectionObject, { description: 'The coming bookings, the next one first.' })
  async bookings(
    @Ctx() ctx: Context,
    @Root() { coming, count }: MembershipImpactObject,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<BookingConnectionObject> {
    const request = pageRequest(first ?? 20, after, ['instant', 'id']);
    const { after: place } = request;
    const page = pageOf(place ? coming.filter((booking) => isBehind(booking, place)) : coming, request.first);
    const found = await Promise.all(page.rows.map(({ id }) => load(ctx, readBookings, id)));
    return connect(
      { ...page, rows: found.flatMap((booking) => booking ?? []) },
      place,
      keysetOf,
      (row): BookingObject => row,
      async () => count,
    );
  }
}

@Resolver(() => MembershipObject)
export class MembershipAbilitiesResolver {
  @FieldResolver(() => MembershipAbilitiesObject, { description: 'What the asking person may do with it.' })
  viewerCan(@Ctx() { actor, now }: Context, @Root() membership: MembershipObject): MembershipAbilitiesObject {
    const { centreId, validUntil } = membership;
    if (actor.kind === 'visitor' || (validUntil && validUntil <= now)) return { end: false, membership: null };
    const ender = { personId: actor.personId, role: roleAt(actor, centreId) };
    return { end: mayEndMembership(ender, membership).allowed, membership };
  }
}

const presentImpact = ({ membership, bookings, fingerprint }: MembershipImpact): MembershipImpactObject => ({
  membership,
  count: bookings.length,
  fingerprint,
  coming: bookings,
});
