import { AuthorResolver } from './acting-for/author.resolver.ts';
import { JoinRequest } from './join-requests/join-request.entity.ts';
import { joinRequestEvents } from './join-requests/join-request.events.ts';
import { JoinRequestResolver } from './join-requests/join-request.resolver.ts';
import { JoinRequestFieldsResolver } from './join-requests/join-request-fields.resolver.ts';
import { CentreJoinAbilitiesResolver, CentreJoiningResolver } from './joining/centre-joining.resolver.ts';
import { JoiningResolver } from './joining/joining.resolver.ts';
import { CityCoordinator, Mandate, Membership } from './memberships/membership.entity.ts';
import { membershipEvents } from './memberships/membership.events.ts';
import { MandateResolver, MembershipResolver } from './memberships/membership.resolver.ts';
import { MembershipChangesResolver } from './memberships/membership-changes.resolver.ts';
import { MeResolver } from './persons/me.resolver.ts';
import { Person } from './persons/person.entity.ts';

export const people = {
  resolvers: [
    MeResolver,
    MembershipResolver,
    MembershipChangesResolver,
    MandateResolver,
    AuthorResolver,
    JoiningResolver,
    CentreJoiningResolver,
    CentreJoinAbilitiesResolver,
    JoinRequestResolver,
    JoinRequestFieldsResolver,
  ],
  entities: [Person, Membership, Mandate, CityCoordinator, JoinRequest],
  events: [...joinRequestEvents, ...membershipEvents],
} as const;
