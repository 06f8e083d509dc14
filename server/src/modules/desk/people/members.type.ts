import { ObjectType } from 'type-graphql';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import { MembershipObject } from '../../people/memberships/membership.type.ts';

@Allow(asParent)
@ObjectType('MembershipConnection', { description: 'A page of memberships.', simpleResolvers: true })
export class MembershipConnectionObject extends connectionOf('Membership', () => MembershipObject) {}
