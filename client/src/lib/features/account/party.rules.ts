/** Somebody for whom a person may act. */
export interface Party {
  readonly __typename: 'Centre' | 'Organisation';
  readonly id: string;
  readonly name: string;
}

/** A party as the value of a form's field; empty for the person themselves. */
export const partyValue = (party: Pick<Party, '__typename' | 'id'> | null): string =>
  party ? `${party.__typename}:${party.id}` : '';

/** The party that a form's field names, as the API takes it. */
export function partyOf(value: string): { organisationId: string | null; centreId: string | null } {
  const [kind, id = ''] = value.split(':');
  return { organisationId: kind === 'Organisation' ? id : null, centreId: kind === 'Centre' ? id : null };
}
