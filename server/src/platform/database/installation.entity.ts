import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '../../modules/people/persons/person.entity.ts';

/** What one installation remembers about itself, one row a fact. */
const InstallationFactSchema = defineEntity({
  name: 'InstallationFact',
  properties: {
    key: p.string().length(60).primary(),
    value: p.json<unknown>(),
  },
});
export class InstallationFact extends InstallationFactSchema.class {}
InstallationFactSchema.setClass(InstallationFact);

/** A request a client may repeat after a lost answer; the repetition returns the first result. */
const ClientRequestSchema = defineEntity({
  name: 'ClientRequest',
  properties: {
    person: () => p.manyToOne(Person).primary().updateRule('cascade').deleteRule('cascade'),
    key: p.string().length(80).primary(),
    operation: p.string().length(60),
    /** Digest of the input, so that a key reused for another request is refused. */
    fingerprint: p.string().length(64),
    resultId: p.uuid(),
    createdAt: p.datetime(),
  },
});
export class ClientRequest extends ClientRequestSchema.class {}
ClientRequestSchema.setClass(ClientRequest);
