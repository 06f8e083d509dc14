import { ObjectType } from 'type-graphql';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';

/** Its fields `person` and `actingFor` are read from these ids, in one statement each for the whole page. */
@Allow(everyone)
@ObjectType('Author', {
  description: 'Who did something: the person and, where they acted for one, the organisation or centre.',
})
export class AuthorObject {
  /** Null where the account was erased. */
  personId: string | null;
  organisationId: string | null;
  actingCentreId: string | null;
}
