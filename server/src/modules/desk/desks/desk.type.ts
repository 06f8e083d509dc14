import { Field, ObjectType } from 'type-graphql';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { Allow, onlyIf } from '../../../platform/graphql/policy.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { mayRunDesk } from './desk.policy.ts';

/** For the staff and managers of the centre whose desk it is. */
export const staffOfDesk = onlyIf<DeskObject>('staffOfDesk', (ctx, { centre }) => mayRunDesk(ctx.actor, centre.id));

@Allow(staffOfDesk)
@ObjectType('Desk', { description: 'What lies before the staff of a centre; for its staff and managers alone.' })
export class DeskObject {
  @Field(() => CentreObject, { description: 'Whose desk it is.' })
  centre: CentreObject;

  @Field(() => CursorScalar, { description: 'Subscribe to `deskChanges` after it to miss nothing.' })
  cursor: string;
}
