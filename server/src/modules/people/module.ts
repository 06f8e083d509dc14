import { AuthorResolver } from './acting-for/author.resolver.ts';
import { CityCoordinator, Mandate, Membership } from './memberships/membership.entity.ts';
import { MandateResolver, MembershipResolver } from './memberships/membership.resolver.ts';
import { MeResolver } from './persons/me.resolver.ts';
import { Person } from './persons/person.entity.ts';

export const people = {
  resolvers: [MeResolver, MembershipResolver, MandateResolver, AuthorResolver],
  entities: [Person, Membership, Mandate, CityCoordinator],
} as const;
