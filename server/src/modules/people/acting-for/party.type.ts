import { createUnionType } from 'type-graphql';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { OrganisationObject } from '../../organisations/profile/organisation.type.ts';

export const PartyUnion = createUnionType({
  name: 'Party',
  description: 'For whom a person acts: an organisation that gave them a mandate, or a centre where they are staff.',
  types: () => [OrganisationObject, CentreObject] as const,
  resolveType: (value) => ('sizeClass' in value ? OrganisationObject : CentreObject),
});
