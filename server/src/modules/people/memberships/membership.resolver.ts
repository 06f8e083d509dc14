import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import { type Context, load } from '../../../platform/context/context.ts';
import { type CentreRow, readCentres } from '../../directory/centres/centre.reader.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { readOrganisations } from '../../organisations/profile/organisation.reader.ts';
import { OrganisationType } from '../../organisations/profile/organisation.type.ts';
import { MandateType, MembershipType } from './membership.type.ts';

@Resolver(() => MembershipType)
export class MembershipResolver {
  @FieldResolver(() => CentreObject, { description: 'The centre the person belongs to.' })
  centre(@Root() membership: MembershipType, @Ctx() ctx: Context): Promise<CentreRow | undefined> {
    return load(ctx, readCentres, membership.centreId);
  }
}

@Resolver(() => MandateType)
export class MandateResolver {
  @FieldResolver(() => OrganisationType, { description: 'The organisation the person may act for.' })
  organisation(@Root() mandate: MandateType, @Ctx() ctx: Context): Promise<OrganisationType | undefined> {
    return load(ctx, readOrganisations, mandate.organisationId);
  }
}
