import type { ComplexityEstimatorArgs } from 'graphql-query-complexity';
import { Arg, Ctx, GraphQLISODateTime, ID, Query, Resolver } from 'type-graphql';
import { type Context, db } from '../../../platform/context/context.ts';
import { encodeCursor } from '../../../platform/events/cursor.rules.ts';
import { readHead } from '../../../platform/events/event-log.reader.ts';
import { daysAsked } from '../../../platform/graphql/complexity.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { stretchProblems } from '../../../shared/time/stretch.rules.ts';
import { readLanes, readPlaceUnits, type TimelinePlace } from './timeline.reader.ts';
import { TimelineObject } from './timeline.type.ts';

const mostUnits = 1000;
const mostDays = 31;
/** Units of a centre, and of a piece of equipment, for what a timeline may cost. */
const usualUnits = { centre: 40, equipment: 2 };

/** Each unit is drawn day by day. */
function timelineWork({ args, childComplexity }: ComplexityEstimatorArgs): number {
  const { equipmentIds, startsAt, endsAt } = args;
  const units = Array.isArray(equipmentIds) ? usualUnits.equipment * equipmentIds.length : usualUnits.centre;
  return 50 + units * Math.ceil(10 + (daysAsked(startsAt, endsAt, mostDays) * childComplexity) / 5);
}

@Resolver(() => TimelineObject)
export class TimelineResolver {
  @Allow(everyone)
  @Query(() => TimelineObject, {
    complexity: timelineWork,
    description: 'What is open and taken of some equipment, or of a centre, over time.',
  })
  async timeline(
    @Ctx() ctx: Context,
    @Arg('equipmentIds', () => [ID], { nullable: true, description: 'Which equipment; else a centre.' })
    equipmentIds: string[] | null,
    @Arg('centreId', () => ID, { nullable: true, description: 'All equipment of this centre; else some equipment.' })
    centreId: string | null,
    @Arg('startsAt', () => GraphQLISODateTime, { description: 'From when.' }) startsAt: Date,
    @Arg('endsAt', () => GraphQLISODateTime, { description: 'Until when; at most 31 days later.' }) endsAt: Date,
  ): Promise<TimelineObject> {
    const place = placeOf(equipmentIds, centreId);
    const problems = stretchProblems({ startsAt, endsAt }, mostDays);
    if (problems.length > 0) throw badInput(problems);
    // Before the rows: what happens in between is then told once more rather than missed.
    const cursor = encodeCursor(await readHead(db(ctx)));
    const units = await readPlaceUnits(ctx, place, mostUnits);
    if (!units) throw notFound();
    if (units.length > mostUnits) throw tooMany();
    const lanes = await readLanes(ctx, units, startsAt, endsAt);
    return {
      startsAt,
      endsAt,
      cursor,
      lanes: lanes.map((lane) => ({
        ...lane,
        open: lane.open.map(({ start, end }) => ({ startsAt: new Date(start), endsAt: new Date(end) })),
        occupancies: [...lane.occupancies],
      })),
    };
  }
}

const tooMany = () =>
  badInput([{ field: 'equipmentIds', message: { key: 'booking.tooManyUnits', parameters: { most: mostUnits } } }]);

function placeOf(equipmentIds: string[] | null, centreId: string | null): TimelinePlace {
  if (Boolean(equipmentIds) === Boolean(centreId)) {
    throw badInput([{ field: 'equipmentIds', message: { key: 'booking.oneOf' } }]);
  }
  if (centreId) {
    if (!isId(centreId)) throw notFound();
    return { centreId };
  }
  const ids = equipmentIds ?? [];
  if (ids.length > mostUnits) throw tooMany();
  if (!ids.every(isId)) throw notFound();
  return { equipmentIds: ids };
}
