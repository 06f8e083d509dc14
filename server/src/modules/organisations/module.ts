import { Organisation } from './profile/organisation.entity.ts';
import { OrganisationResolver } from './profile/organisation.resolver.ts';

export const organisations = {
  resolvers: [OrganisationResolver],
  entities: [Organisation],
} as const;
