import type { ActingFor } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { type CentreRow, readCentres } from '../../directory/centres/centre.reader.ts';
import { type OrganisationRow, readOrganisations } from '../../organisations/profile/organisation.reader.ts';

export type PartyRow = OrganisationRow | CentreRow;

/** For whom somebody acted, as rows of bookings, posts and replies keep it. */
export interface PartyIds {
  readonly organisationId: string | null;
  readonly actingCentreId: string | null;
}

/** The organisation or centre that somebody acted for; null where they acted for themselves. */
export async function loadParty(ctx: Context, ids: PartyIds): Promise<PartyRow | null> {
  if (ids.organisationId !== null) return (await load(ctx, readOrganisations, ids.organisationId)) ?? null;
  if (ids.actingCentreId !== null) return (await load(ctx, readCentres, ids.actingCentreId)) ?? null;
  return null;
}

/** The same for an actor's choice. */
export const loadActingFor = (ctx: Context, choice: ActingFor | null): Promise<PartyRow | null> =>
  loadParty(ctx, {
    organisationId: choice?.kind === 'organisation' ? choice.id : null,
    actingCentreId: choice?.kind === 'centre' ? choice.id : null,
  });
