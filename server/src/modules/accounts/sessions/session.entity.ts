import { defineEntity, p } from '@mikro-orm/core';
import { Centre } from '../../directory/centres/centre.entity.ts';
import { Organisation } from '../../organisations/profile/organisation.entity.ts';
import { Person } from '../../people/persons/person.entity.ts';

const SessionSchema = defineEntity({
  name: 'Session',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).updateRule('cascade').deleteRule('cascade').index(),
    token: p.string().length(255).unique(),
    expiresAt: p.datetime().index(),
    /** To the hour; a page that is read seldom writes. */
    lastUsedAt: p.datetime(),
    ipAddress: p.string().length(64).nullable(),
    userAgent: p.text().nullable(),
    /** For whom the person acts in this session; at most one of the two, none for themselves. */
    actingOrganisation: () => p.manyToOne(Organisation).nullable().updateRule('cascade').deleteRule('set null'),
    actingCentre: () => p.manyToOne(Centre).nullable().updateRule('cascade').deleteRule('set null'),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Session extends SessionSchema.class {}
SessionSchema.setClass(Session);

const AccountSchema = defineEntity({
  name: 'Account',
  properties: {
    id: p.uuid().primary(),
    person: () => p.manyToOne(Person).updateRule('cascade').deleteRule('cascade').index(),
    accountId: p.string().length(255),
    providerId: p.string().length(120),
    accessToken: p.text().nullable(),
    refreshToken: p.text().nullable(),
    idToken: p.text().nullable(),
    accessTokenExpiresAt: p.datetime().nullable(),
    refreshTokenExpiresAt: p.datetime().nullable(),
    scope: p.text().nullable(),
    password: p.text().nullable(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Account extends AccountSchema.class {}
AccountSchema.setClass(Account);

const VerificationSchema = defineEntity({
  name: 'Verification',
  properties: {
    id: p.uuid().primary(),
    identifier: p.string().length(255).index(),
    value: p.text(),
    expiresAt: p.datetime(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
  },
});
export class Verification extends VerificationSchema.class {}
VerificationSchema.setClass(Verification);
