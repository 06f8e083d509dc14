import { expect, test } from 'vitest';
import { type Actor, type Member, visitor } from '../../../access/actor.rules.ts';
import { mayCommandJoinRequest, maySeeJoinRequest } from './join-request.policy.ts';

const nobody: Member = {
  kind: 'member',
  personId: 'jonas',
  sessionId: '',
  name: 'Jonas',
  email: 'jonas@example.org',
  emailVerified: true,
  operator: true,
  memberships: [],
  organisationIds: [],
  cityIds: ['vilnius'],
  actingFor: null,
};
const at = (centreId: string, role: Member['memberships'][number]['role']): Member => ({
  ...nobody,
  memberships: [{ centreId, role }],
});
const request = { personId: 'ruta', centreId: 'here' };

test.each<[string, Actor, string[]]>([
  ['a visitor', visitor, []],
  ['an operator who coordinates the city', nobody, []],
  ['a member', at('here', 'member'), []],
  ['staff elsewhere', at('elsewhere', 'manager'), []],
  ['staff', at('here', 'staff'), ['see', 'accept', 'decline']],
  ['a manager', at('here', 'manager'), ['see', 'accept', 'decline']],
  ['whoever made it', { ...nobody, personId: 'ruta' }, ['see', 'withdraw']],
  ['staff who made it themselves', { ...at('here', 'manager'), personId: 'ruta' }, ['see', 'withdraw']],
])('a request for membership is for %s to', (_, actor, expected) => {
  const commands = ['accept', 'decline', 'withdraw'] as const;
  expect([
    ...(maySeeJoinRequest(actor, request) ? ['see'] : []),
    ...commands.filter((command) => mayCommandJoinRequest(actor, command, request)),
  ]).toEqual(expected);
});
