import type { EntityDTO } from '@mikro-orm/core';
import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import type { CentreRole } from '../../../access/roles.enums.ts';
import { enumOf } from '../../../platform/graphql/enums.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { Mandate, Membership } from './membership.entity.ts';

export const CentreRoleEnum = enumOf<CentreRole>('CentreRole', 'What a person is at a centre.', {
  member: 'Uses what the centre has.',
  host: 'Receives people: checks them in and out, and takes care of problems.',
  staff: 'Does what hosts do, keeps its calendar and equipment, admits members and may act for it.',
  manager: 'Does what staff do, appoints people and edits the profile.',
});

@Allow(asParent)
@ObjectType('Membership', { description: 'A person belongs to a centre.', simpleResolvers: true })
export class MembershipObject
  implements Pick<EntityDTO<Membership>, 'id' | 'role' | 'validFrom' | 'validUntil' | 'endReason'>
{
  @Field(() => ID, { description: 'This membership.' })
  id: string;

  @Field(() => CentreRoleEnum, { description: 'What the person is at the centre.' })
  role: CentreRole;

  @Field(() => GraphQLISODateTime, { description: 'Since when it holds.' })
  validFrom: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ends; null where no end is set.' })
  validUntil?: Date | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the staff of the centre ended it; null where they did not.',
  })
  endReason?: string | null;

  /** The fields `person` and `centre` read them. */
  personId: string;
  centreId: string;
}

@Allow(asParent)
@ObjectType('Mandate', { description: 'A person may act for an organisation.', simpleResolvers: true })
export class MandateObject implements Pick<EntityDTO<Mandate>, 'id' | 'validFrom' | 'validUntil'> {
  @Field(() => ID, { description: 'This mandate.' })
  id: string;

  @Field(() => GraphQLISODateTime, { description: 'Since when it holds.' })
  validFrom: Date;

  @Field(() => GraphQLISODateTime, { nullable: true, description: 'When it ends; null where no end is set.' })
  validUntil?: Date | null;

  /** The field `organisation` reads it. */
  organisationId: string;
}
