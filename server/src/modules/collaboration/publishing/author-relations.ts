import { type Context, signedIn } from '../../../platform/context/context.ts';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Organisation } from '../../organisations/profile/organisation.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';

/** Who writes, and for whom, as relations of a post or reply. */
export function authorRelations(tx: Context) {
  const { personId, actingFor } = signedIn(tx);
  return {
    author: tx.em.getReference(Person, personId),
    organisation: actingFor?.kind === 'organisation' ? tx.em.getReference(Organisation, actingFor.id) : null,
    actingCentre: actingFor?.kind === 'centre' ? tx.em.getReference(Centre, actingFor.id) : null,
  };
}
