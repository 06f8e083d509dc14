import { Field, ObjectType } from 'type-graphql';
import { type CentreAct, may } from '../../../access/rights.rules.ts';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { Allow, onlyIf } from '../../../platform/graphql/policy.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';

/** For those of the desk's centre who may do something there. */
export const whoMay = (act: CentreAct) =>
  onlyIf<DeskObject>(`whoMay ${act}`, (ctx, { centre }) => may(ctx.actor, act, centre.id));

@Allow(whoMay('see-desk'))
@ObjectType('Desk', { description: 'What lies before those who work at a centre; for them alone.' })
export class DeskObject {
  @Field(() => CentreObject, { description: 'Whose desk it is.' })
  centre: CentreObject;

  @Field(() => CursorScalar, { description: 'Subscribe to `deskChanges` after it to miss nothing.' })
  cursor: string;
}
