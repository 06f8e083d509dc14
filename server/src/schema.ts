// The bundler may put this module into another file than main's, and decorators need the metadata first.
import 'reflect-metadata';
import type { GraphQLSchema } from 'graphql';
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql';
import { ActivityResolver } from './activity/activity.resolver.ts';
import { RefusalAlternativesResolver, VerdictAlternativesResolver } from './booking/alternatives.resolver.ts';
import { BookingResolver } from './booking/booking.resolver.ts';
import { BookingFieldsResolver, SlotAlternativeResolver } from './booking/booking-fields.resolver.ts';
import { BookingVerdictResolver } from './booking/booking-verdict.resolver.ts';
import { OccupancyResolver } from './booking/timeline/occupancy.resolver.ts';
import { TimelineResolver } from './booking/timeline/timeline.resolver.ts';
import { TimelineChangesResolver } from './booking/timeline/timeline-changes.resolver.ts';
import { CentrePostsResolver } from './collaboration/centre-posts.resolver.ts';
import { ChangePostResolver } from './collaboration/change-post.resolver.ts';
import { PostResolver } from './collaboration/post.resolver.ts';
import { PostChangesResolver } from './collaboration/post-changes.resolver.ts';
import { PostFieldsResolver } from './collaboration/post-fields.resolver.ts';
import { postTypes } from './collaboration/post-kinds.type.ts';
import { PublishPostResolver } from './collaboration/publish-post.resolver.ts';
import { ReplyResolver } from './collaboration/reply.resolver.ts';
import { CentreResolver } from './directory/centre.resolver.ts';
import { CentrePointsResolver } from './directory/centre-points.resolver.ts';
import { CityResolver, CountryResolver } from './directory/city.resolver.ts';
import { CentreEquipmentResolver } from './equipment/centre-equipment.resolver.ts';
import { EquipmentResolver } from './equipment/equipment.resolver.ts';
import { EquipmentSearchResolver } from './equipment/equipment-search.resolver.ts';
import { EquipmentTypeResolver } from './equipment/equipment-type.resolver.ts';
import { FreeTimeResolver } from './equipment/free-time.resolver.ts';
import { withErrorCodes } from './graphql/error-code.ts';
import { enforcePolicies } from './graphql/policy.ts';
import { AuthorResolver } from './identity/author.resolver.ts';
import { MeResolver } from './identity/me.resolver.ts';
import { MandateResolver, MembershipResolver } from './identity/membership.resolver.ts';
import { OrganisationResolver } from './identity/organisation.resolver.ts';
import { OwnSessionsResolver } from './identity/own-sessions.resolver.ts';
import { PasskeyResolver } from './identity/passkey.resolver.ts';
import { LiveCursorResolver } from './live/live-cursor.resolver.ts';
import { noPubSub } from './live/no-pub-sub.ts';
import { OperationsResolver } from './operations/operations.resolver.ts';
import { PrivacyResolver } from './privacy/privacy.resolver.ts';

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
