import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '../../people/persons/person.entity.ts';

const PasskeySchema = defineEntity({
  name: 'Passkey',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).updateRule('cascade').deleteRule('cascade').index(),
    /** What its owner calls it. */
    name: p.string().length(120),
    credentialId: p.text().unique(),
    publicKey: p.text(),
    /** Signatures so far, by authenticators that count; unsigned 32 bits. */
    counter: p.double(),
    deviceType: p.string().length(32),
    /** Whether it is kept by more than one device. */
    backedUp: p.boolean(),
    transports: p.string().length(120).nullable(),
    /** The model of the authenticator. */
    aaguid: p.string().length(36).nullable(),
    createdAt: p.datetime(),
  },
});
export class Passkey extends PasskeySchema.class {}
PasskeySchema.setClass(Passkey);
