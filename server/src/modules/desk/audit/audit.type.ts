import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import type { AuditValues } from '../../../platform/events/audit/audit-values.rules.ts';
import { connectionOf } from '../../../platform/graphql/connection.ts';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { AuditChange } from './audit.rules.ts';

@Allow(asParent)
@ObjectType('AuditChange', { description: 'A value that an act changed.', simpleResolvers: true })
export class AuditChangeObject implements AuditChange {
  @Field(() => String, { description: 'What has the value, such as `role`.' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What it was; null where there was none.' })
  before: string | null;

  @Field(() => String, { nullable: true, description: 'What it became; null where there is none.' })
  after: string | null;
}

@Allow(asParent)
@ObjectType('AuditKind', { description: 'A kind of act.', simpleResolvers: true })
export class AuditKindObject {
  @Field(() => String, { description: 'Its name, such as `membership.ended`.' })
  kind: string;

  @Field(() => String, { description: 'In words, in the language of the reader.' })
  words: string;
}

@Allow(asParent)
@ObjectType('AuditEntry', { description: 'Somebody did something at a centre.', simpleResolvers: true })
export class AuditEntryObject {
  @Field(() => ID, { description: 'This entry.' })
  id: string;

  @Field(() => GraphQLISODateTime, { description: 'When it was done.' })
  at: Date;

  @Field(() => String, { description: 'What kind of act it was, such as `membership.ended`.' })
  kind: string;

  @Field(() => String, { description: 'What it was about: `booking`, `equipment`, `membership` and others.' })
  objectType: string;

  @Field(() => ID, { description: 'The very thing it was about, which may be gone.' })
  objectId: string;

  @Field(() => String, { nullable: true, description: 'Name of the machine it was about; null where of none.' })
  equipmentName?: string | null;

  @Field(() => String, { nullable: true, description: 'Why, as whoever did it said; null where nothing was said.' })
  reason?: string | null;

  /** The fields `actor` and `person` read them, `changes` is made of the others. */
  actorId?: string | null;
  personId?: string | null;
  before: AuditValues;
  after: AuditValues;
}

@Allow(asParent)
@ObjectType('AuditEntryConnection', { description: 'A page of who did what.', simpleResolvers: true })
export class AuditEntryConnectionObject extends connectionOf('AuditEntry', () => AuditEntryObject) {}
