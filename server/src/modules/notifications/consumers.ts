import { on } from '../../platform/events/consumers/consumer.ts';
import { replyAdded } from '../collaboration/posts/post.events.ts';
import { bookingEvents, tellOfBooking } from './notices/tell-of-booking.service.ts';
import { membershipEvents, tellOfMembership } from './notices/tell-of-membership.service.ts';
import { tellOfReply } from './notices/tell-of-reply.service.ts';

/** Everything that people are told of once it happened. */
export const notificationConsumers = [
  on(bookingEvents, 'tell-of-bookings', tellOfBooking),
  on(membershipEvents, 'tell-of-memberships', tellOfMembership),
  on(replyAdded, 'tell-of-replies', tellOfReply),
] as const;
