import { Arg, ID, Resolver, Root, Subscription } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { CursorScalar } from '../../../platform/events/cursor.scalar.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import {
  type EventRoot,
  follow,
  type UpdateOrControl,
  updateOf,
} from '../../../platform/realtime/subscriptions/subscription.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { readEquipment } from '../../equipment/items/equipment.reader.ts';
import { openingHoursChanged } from '../../opening-hours/hours/opening-hours.events.ts';
import { readHoursChange } from './hours-change.reader.ts';
import { isTimelineEvent, readTimelineChange } from './timeline-change.reader.ts';
import { OpeningHoursChangeObject, TimelineChangeObject, TimelineUpdateUnion } from './timeline-change.type.ts';

const mostEquipment = 100;

type TimelineNews = TimelineChangeObject | OpeningHoursChangeObject;

interface Arguments {
  readonly equipmentIds?: readonly string[] | null;
  readonly centreId?: string | null;
  readonly after?: string | null;
}

/** What is listened to; NOT_FOUND where any of it does not exist. */
async function topicsOf(ctx: Context, { equipmentIds, centreId }: Arguments): Promise<string[]> {
  const field = 'equipmentIds';
  if (Boolean(equipmentIds) === Boolean(centreId)) throw badInput([{ field, message: { key: 'booking.oneOf' } }]);
  if (centreId) {
    if (!isId(centreId) || !(await load(ctx, readCentres, centreId))) throw notFound();
    return [`centre:${centreId}`];
  }
  const ids = [...new Set(equipmentIds)];
  if (ids.length > mostEquipment) {
    throw badInput([{ field, message: { key: 'live.tooManyEquipment', parameters: { most: mostEquipment } } }]);
  }
  if (!ids.every(isId)) throw notFound();
  const rows = await Promise.all(ids.map((id) => load(ctx, readEquipment, id)));
  if (!rows.every(Boolean)) throw notFound();
  return ids.map((id) => `equipment:${id}`);
}

@Resolver()
export class TimelineChangesResolver {
  @Allow(everyone)
  @Subscription(() => TimelineUpdateUnion, {
    description: 'Taken times and hours of some equipment, or of all equipment of a centre, as they change.',
    subscribe: async ({ args, context }) => {
      const topics = await topicsOf(context, args);
      return follow<TimelineNews>(context, {
        topics,
        after: args.after,
        matches: (entry) => isTimelineEvent(entry) || openingHoursChanged.is(entry),
        resolve: async (ctx, entry, cursor) => {
          if (openingHoursChanged.is(entry)) {
            const hours = await readHoursChange(ctx, entry, topics);
            return hours && Object.assign(new OpeningHoursChangeObject(), hours, { cursor });
          }
          const change = await readTimelineChange(ctx, entry);
          return change && Object.assign(new TimelineChangeObject(), change, { cursor });
        },
      });
    },
  })
  timelineChanges(
    @Root() root: EventRoot<UpdateOrControl<TimelineNews>>,
    @Arg('equipmentIds', () => [ID], { nullable: true, description: 'At most 100 pieces of equipment; else a centre.' })
    _equipmentIds: string[] | null,
    @Arg('centreId', () => ID, { nullable: true, description: 'All equipment of this centre; else some equipment.' })
    _centreId: string | null,
    @Arg('after', () => CursorScalar, { nullable: true, description: 'Resume after this place; null is from now on.' })
    _after: string | null,
  ): UpdateOrControl<TimelineNews> {
    return updateOf(root);
  }
}
