import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '../../modules/people/persons/person.entity.ts';

/** A key that a client may send again after a lost answer; the repetition returns the first result. */
const IdempotencyKeySchema = defineEntity({
  name: 'IdempotencyKey',
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
export class IdempotencyKey extends IdempotencyKeySchema.class {}
IdempotencyKeySchema.setClass(IdempotencyKey);
