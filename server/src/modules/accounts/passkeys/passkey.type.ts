import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import { Allow, asParent } from '../../../platform/graphql/policy.ts';
import type { PasskeyRow } from './passkey.reader.ts';

@Allow(asParent)
@ObjectType('Passkey', { description: 'A key on a device of the person that signs them in.', simpleResolvers: true })
export class PasskeyObject implements PasskeyRow {
  @Field(() => ID, { description: 'This passkey.' })
  id: string;

  @Field(() => String, { description: 'What its owner calls it.' })
  name: string;

  @Field(() => Boolean, { description: 'Whether it is kept by more than one device.' })
  backedUp: boolean;

  @Field(() => GraphQLISODateTime, { description: 'When it was added.' })
  createdAt: Date;
}

@Allow(asParent)
@ObjectType('WaysIn', { description: 'How the person can sign in beside passkeys.', simpleResolvers: true })
export class WaysInObject {
  @Field(() => Boolean, { description: 'Whether there is a password.' })
  hasPassword: boolean;

  @Field(() => Boolean, { description: 'Whether the password asks for a code of another device as well.' })
  secondFactor: boolean;
}
