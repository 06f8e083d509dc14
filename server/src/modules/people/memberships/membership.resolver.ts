import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { type CentreRow, readCentres } from '../../directory/centres/centre.reader.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { readOrganisations } from '../../organisations/profile/organisation.reader.ts';
import { OrganisationObject } from '../../organisations/profile/organisation.type.ts';
import { MandateObject, MembershipObject } from './membership.type.ts';

@Resolver(() => MembershipObject)
export class MembershipResolver {
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
