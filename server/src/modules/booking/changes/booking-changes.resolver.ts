import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import { type Context, signedIn } from '../../../platform/context/context.ts';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import {
  type EventRoot,
  follow,
  type SubscriptionDefinition,
  type UpdateOrControl,
  updateOf,
} from '../../../platform/realtime/subscriptions/subscription.ts';
import { notFound } from '../../../shared/errors.ts';
import { bookingEvents } from '../bookings/booking.events.ts';
import { findBooking } from '../bookings/booking.reader.ts';
import { BookingChangeObject, BookingUpdateUnion } from './booking-change.type.ts';

const told = {
  matches: (entry) => bookingEvents.some((event) => event.is(entry)),
  resolve: async (ctx, { subject }, cursor) => {
    const booking = await findBooking(ctx, subject.booking ?? '');
    return booking && Object.assign(new BookingChangeObject(), { booking, cursor });
  },
} satisfies Partial<SubscriptionDefinition<BookingChangeObject>>;

async function followBooking(ctx: Context, { bookingId, after }: { bookingId: string; after?: string | null }) {
  if (!(await findBooking(ctx, bookingId))) throw notFound();
  const authorise = async (now: Context) => (await findBooking(now, bookingId)) !== undefined;
  return follow(ctx, { ...told, topics: [`booking:${bookingId}`], after, authorise });
}

@Resolver()
export class BookingChangesResolver {
  @Allow(members)
  @Subscription(() => BookingUpdateUnion, {
    description: 'What becomes of one booking; for its booker, their colleagues and the staff of the centre.',
    subscribe: ({ args, context }) => followBooking(context, args),
  })
  bookingChanges(
    @Root() root: EventRoot<UpdateOrControl<BookingChangeObject>>,
    @Arg('bookingId', () => ID, { description: 'The booking.' }) _bookingId: string,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'Resume after this place; null is from now on.' })
    _after: string | null,
  ): UpdateOrControl<BookingChangeObject> {
    return updateOf(root);
  }

  @Allow(members)
  @Subscription(() => BookingUpdateUnion, {
    description: 'What becomes of the bookings that the asking person made.',
    subscribe: async ({ args, context }) =>
      follow(context, { ...told, topics: [`person:${signedIn(context).personId}`], after: args.after }),
  })
  myBookingChanges(
    @Root() root: EventRoot<UpdateOrControl<BookingChangeObject>>,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'Resume after this place; null is from now on.' })
    _after: string | null,
  ): UpdateOrControl<BookingChangeObject> {
    return updateOf(root);
  }
}
