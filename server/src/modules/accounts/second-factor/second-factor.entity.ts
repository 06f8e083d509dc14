import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '../../people/persons/person.entity.ts';

const SecondFactorSchema = defineEntity({
  name: 'SecondFactor',
  properties: {
    id: p.uuid().primary(),
    person: () => p.oneToOne(Person).updateRule('cascade').deleteRule('cascade'),
    /** Encrypted. */
    secret: p.text(),
    /** Encrypted. */
    backupCodes: p.text(),
    /** Whether a code was ever right; before that signing in asks for none. */
    verified: p.boolean().default(false),
    failedVerificationCount: p.integer().default(0),
    /** After too many wrong codes. */
    unlocksAt: p.datetime().nullable(),
  },
});
export class SecondFactor extends SecondFactorSchema.class {}
SecondFactorSchema.setClass(SecondFactor);
