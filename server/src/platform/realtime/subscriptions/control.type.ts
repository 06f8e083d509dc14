import { Field, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../events/cursor.scalar.ts';
import { Allow, asParent } from '../../graphql/policy.ts';

@Allow(asParent)
@ObjectType('ReplayGap', {
  description:
    'Events are missing: the cursor is older than what is kept. Load the page anew; the stream goes on after `cursor`.',
})
export class ReplayGapObject {
  @Field(() => CursorScalar, { description: 'The place after which the stream goes on.' })
  cursor: string;
}

@Allow(asParent)
@ObjectType('AccessRevoked', { description: 'The right to listen is gone; the stream ends.' })
export class AccessRevokedObject {
  @Field(() => String, { description: 'Why, in the reader’s language.' })
  message: string;
}
