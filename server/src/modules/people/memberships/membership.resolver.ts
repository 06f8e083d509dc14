import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { type CentreRow, readCentres } from '../../directory/centres/centre.reader.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { readOrganisations } from '../../organisations/profile/organisation.reader.ts';
import { OrganisationObject } from '../../organisations/profile/organisation.type.ts';
import { type PersonRow, readPeople } from '../persons/person.reader.ts';
import { PersonObject } from '../persons/person.type.ts';
import { MandateObject, MembershipObject } from './membership.type.ts';

@Resolver(() => MembershipObject)
export class MembershipResolver {
  @FieldResolver(() => PersonObject, { description: 'Who belongs to the centre.' })
  person(@Root() membership: MembershipObject, @Ctx() ctx: Context): Promise<PersonRow | undefined> {
    return load(ctx, readPeople, membership.personId);
  }

  @FieldResolver(() => CentreObject, { description: 'The centre the person belongs to.' })
  centre(@Root() membership: MembershipObject, @Ctx() ctx: Context): Promise<CentreRow | undefined> {
    return load(ctx, readCentres, membership.centreId);
  }
}

@Resolver(() => MandateObject)
export class MandateResolver {
  @FieldResolver(() => OrganisationObject, { description: 'The organisation the person may act for.' })
  organisation(@Root() mandate: MandateObject, @Ctx() ctx: Context): Promise<OrganisationObject | undefined> {
    return load(ctx, readOrganisations, mandate.organisationId);
  }
}
