import { on } from '../../platform/events/consumers/consumer.ts';
import { timeOffered } from '../booking/offers/offer.events.ts';
import { replyAdded } from '../collaboration/posts/post.events.ts';
import { tellOfBooking, toldOfBookings } from './notices/tell-of-booking.service.ts';
import { tellOfMembership, toldOfMemberships } from './notices/tell-of-membership.service.ts';
import { tellOfOffer } from './notices/tell-of-offer.service.ts';
import { tellOfProblem, toldOfProblems } from './notices/tell-of-problem.service.ts';
import { tellOfReply } from './notices/tell-of-reply.service.ts';

/** Everything that people are told of once it happened. */
export const notificationConsumers = [
  on(toldOfBookings, 'tell-of-bookings', tellOfBooking),
  on(timeOffered, 'tell-of-offers', tellOfOffer),
  on(toldOfMemberships, 'tell-of-memberships', tellOfMembership),
  on(toldOfProblems, 'tell-of-problems', tellOfProblem),
  on(replyAdded, 'tell-of-replies', tellOfReply),
] as const;
