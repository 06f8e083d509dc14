import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import {
  type EventRoot,
  follow,
  type UpdateOrControl,
  updateOf,
} from '../../../platform/realtime/subscriptions/subscription.ts';
import { DomainError, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { mayRunDesk } from '../desks/desk.policy.ts';
import { isDeskEvent, readDeskChange } from './desk-change.reader.ts';
import { DeskChangeObject, DeskUpdateUnion } from './desk-change.type.ts';

interface Arguments {
  readonly centreId: string;
  readonly after?: string | null;
}

async function followDesk(ctx: Context, { centreId, after }: Arguments) {
  if (!isId(centreId) || !(await load(ctx, readCentres, centreId))) throw notFound();
  if (!mayRunDesk(ctx.actor, centreId)) throw new DomainError('FORBIDDEN');
  return follow<DeskChangeObject>(ctx, {
    topics: [`desk:${centreId}`, `centre:${centreId}`],
    after,
    matches: isDeskEvent,
    authorise: async ({ actor }) => mayRunDesk(actor, centreId),
    resolve: async (now, entry, cursor) => {
      const change = await readDeskChange(now, centreId, entry);
      return change && Object.assign(new DeskChangeObject(), change, { cursor });
    },
  });
}

@Resolver()
export class DeskChangesResolver {
  @Allow(members)
  @Subscription(() => DeskUpdateUnion, {
    description:
      'What changes at the desk of a centre. NOT_FOUND where there is no such centre, FORBIDDEN to all but its staff ' +
      'and managers; who no longer is one of them is told so at the next change.',
    subscribe: ({ args, context }) => followDesk(context, args),
  })
  deskChanges(
    @Root() root: EventRoot<UpdateOrControl<DeskChangeObject>>,
    @Arg('centreId', () => ID, { description: 'The centre.' }) _centreId: string,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'Resume after this place; null is from now on.' })
    _after: string | null,
  ): UpdateOrControl<DeskChangeObject> {
    return updateOf(root);
  }
}
