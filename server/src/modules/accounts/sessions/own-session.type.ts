import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { OwnSession } from './own-sessions.reader.ts';

@Allow(asParent)
@ObjectType('Session', { description: 'A browser where the person is signed in.', simpleResolvers: true })
export class OwnSessionObject implements OwnSession {
  @Field(() => ID, { description: 'This session.' })
  id: string;

  @Field(() => String, { nullable: true, description: 'The browser by its name; null where it tells none.' })
  browser: string | null;

  @Field(() => String, { nullable: true, description: 'The operating system by its name; null where none is told.' })
  system: string | null;

  @Field(() => GraphQLISODateTime, { description: 'When the person signed in.' })
  signedInAt: Date;

  @Field(() => GraphQLISODateTime, { description: 'When it was last used, to the hour.' })
  lastUsedAt: Date;

  @Field(() => Boolean, { description: 'Whether this question came from it.' })
  current: boolean;
}
