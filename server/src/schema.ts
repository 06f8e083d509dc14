// The bundler may put this module into another file than main's, and decorators need the metadata first.
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { PasskeyResolver } from './modules/accounts/passkeys/passkey.resolver.ts';
import { OwnSessionsResolver } from './modules/accounts/sessions/own-sessions.resolver.ts';
import { ActivityResolver } from './modules/activity/activity.resolver.ts';
import {
  RefusalAlternativesResolver,
  VerdictAlternativesResolver,
} from './modules/booking/alternatives/alternatives.resolver.ts';
import { BookingResolver } from './modules/booking/bookings/booking.resolver.ts';
import { BookingFieldsResolver, SlotAlternativeResolver } from './modules/booking/bookings/booking-fields.resolver.ts';
import { BookingVerdictResolver } from './modules/booking/conditions/booking-verdict.resolver.ts';
import { OccupancyResolver } from './modules/booking/timeline/occupancy.resolver.ts';
import { TimelineResolver } from './modules/booking/timeline/timeline.resolver.ts';
import { TimelineChangesResolver } from './modules/booking/timeline/timeline-changes.resolver.ts';
import { ChangePostResolver } from './modules/collaboration/changing/change-post.resolver.ts';
import { PostChangesResolver } from './modules/collaboration/news/post-changes.resolver.ts';
import { CentrePostsResolver } from './modules/collaboration/posts/centre-posts.resolver.ts';
import { PostResolver } from './modules/collaboration/posts/post.resolver.ts';
import { PostFieldsResolver } from './modules/collaboration/posts/post-fields.resolver.ts';
import { postTypes } from './modules/collaboration/posts/post-kinds.type.ts';
import { PublishPostResolver } from './modules/collaboration/publishing/publish-post.resolver.ts';
import { ReplyResolver } from './modules/collaboration/replies/reply.resolver.ts';
import { CentreResolver } from './modules/directory/centres/centre.resolver.ts';
import { CityResolver, CountryResolver } from './modules/directory/cities/city.resolver.ts';
import { CentrePointsResolver } from './modules/directory/search/centre-points.resolver.ts';
import { FreeTimeResolver } from './modules/equipment/availability/free-time.resolver.ts';
import { CentreEquipmentResolver } from './modules/equipment/items/centre-equipment.resolver.ts';
import { EquipmentResolver } from './modules/equipment/items/equipment.resolver.ts';
import { EquipmentSearchResolver } from './modules/equipment/search/equipment-search.resolver.ts';
import { OperationsResolver } from './modules/operations/operations.resolver.ts';
import { OrganisationResolver } from './modules/organisations/profile/organisation.resolver.ts';
import { AuthorResolver } from './modules/people/acting-for/author.resolver.ts';
import { MandateResolver, MembershipResolver } from './modules/people/memberships/membership.resolver.ts';
import { MeResolver } from './modules/people/persons/me.resolver.ts';
import { PrivacyResolver } from './modules/privacy/privacy.resolver.ts';
import { EquipmentTypeResolver } from './modules/vocabulary/equipment-types/equipment-type.resolver.ts';
import { LiveCursorResolver } from './platform/events/live-cursor.resolver.ts';
import { withErrorCodes } from './platform/graphql/error-code.ts';
import { enforcePolicies } from './platform/graphql/policy.ts';
import { noPubSub } from './platform/realtime/subscriptions/no-pub-sub.ts';

/** Every resolver of the platform, feature by feature. */
const resolvers = [
  BookingFieldsResolver,
  BookingResolver,
  BookingVerdictResolver,
  ActivityResolver,
  CentrePostsResolver,
  ChangePostResolver,
  PostChangesResolver,
  PostFieldsResolver,
  PostResolver,
  PublishPostResolver,
  ReplyResolver,
  CentreEquipmentResolver,
  CentrePointsResolver,
  CentreResolver,
  CityResolver,
  CountryResolver,
  EquipmentResolver,
  EquipmentSearchResolver,
  EquipmentTypeResolver,
  FreeTimeResolver,
  AuthorResolver,
  LiveCursorResolver,
  MandateResolver,
  MeResolver,
  MembershipResolver,
  OperationsResolver,
  OrganisationResolver,
  OwnSessionsResolver,
  PasskeyResolver,
  PrivacyResolver,
  OccupancyResolver,
  RefusalAlternativesResolver,
  SlotAlternativeResolver,
  VerdictAlternativesResolver,
  TimelineChangesResolver,
  TimelineResolver,
] as const satisfies NonEmptyArray<object>;

/** Types that stand behind an interface only. */
const orphanedTypes = [...postTypes];

/** The executable schema; built once a process. */
export function makeSchema(): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: [...resolvers] as unknown as NonEmptyArray<never>,
    orphanedTypes,
    pubSub: noPubSub,
    validate: false,
    emitSchemaFile: false,
  });
  return enforcePolicies(withErrorCodes(schema));
}
