import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { daysAsked, rows, search, textSearch } from '../../../platform/graphql/complexity.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { loadFirstStarts, loadFreeIntervals, loadFreeNow } from '../availability/free-time.reader.ts';
import { longestIntervals } from '../availability/free-time.rules.ts';
import { IntervalObject } from '../availability/interval.type.ts';
import { type EquipmentRow, readEquipment } from '../items/equipment.reader.ts';
import { EquipmentObject } from '../items/equipment.type.ts';
import { equipmentOrder } from './equipment-conditions.sql.ts';
import { equipmentFilter, equipmentProblems, longestWindow } from './equipment-filter.rules.ts';
import { countEquipment, searchEquipment } from './equipment-search.reader.ts';
import { EquipmentMatchConnectionObject, EquipmentMatchObject, EquipmentSearchInput } from './equipment-search.type.ts';

/** What comes soonest is known once the free time of all that is looked at is, however short the page. */
const allBegins = 2_000;

/** Free time is looked for day by day. */
function equipmentSearchWork(filter: EquipmentSearchInput | undefined) {
  const { freeFrom, freeUntil, order } = filter ?? {};
  const days = freeFrom ? daysAsked(freeFrom, freeUntil, longestWindow) : 0;
  return {
    own: textSearch(filter?.text) + 150 + 100 * days,
    order: order === 'soonest' ? allBegins : 0,
    perRow: 1 + days / 14,
  };
}

/** How many intervals a match names. */
const mostIntervals = 5;

@Resolver(() => EquipmentMatchObject)
export class EquipmentSearchResolver {
  @Allow(everyone)
  @Query(() => EquipmentMatchConnectionObject, {
    complexity: search(({ filter }) => equipmentSearchWork(filter)),
    description: 'Equipment in the order that is asked for.',
  })
  async searchEquipment(
    @Ctx() ctx: Context,
    @Arg('filter', () => EquipmentSearchInput, { nullable: true, description: 'Which equipment; all where left out.' })
    input: EquipmentSearchInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 20, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
  ): Promise<EquipmentMatchConnectionObject> {
    const problems = equipmentProblems(input ?? {});
    if (problems.length > 0) throw badInput(problems);
    const filter = equipmentFilter(input ?? {}, ctx.actor);
    const columns = equipmentOrder(filter).map(({ type }) => type);
    const types = filter.order === 'soonest' ? (['number', ...columns] as const) : columns;
    const request = pageRequest(first ?? 20, after, types);
    return connect(
      await searchEquipment(ctx, filter, request),
      request.after,
      (row) => row.keyset,
      ({ id, distance }): EquipmentMatchObject => ({ equipmentId: id, distance, sought: filter.free }),
      () => countEquipment(ctx, filter),
    );
  }

  @FieldResolver(() => EquipmentObject, { description: 'The equipment that was found.' })
  equipment(@Ctx() ctx: Context, @Root() match: EquipmentMatchObject): Promise<EquipmentObject> {
    return equipmentOf(ctx, match);
  }

  @FieldResolver(() => [IntervalObject], {
    complexity: rows(5, 10),
    description: 'Where the sought time fits, up to 5, earliest first; empty where no time was asked.',
  })
  async freeStretches(@Ctx() ctx: Context, @Root() match: EquipmentMatchObject): Promise<IntervalObject[]> {
    if (!match.sought) return [];
    const byUnit = await loadFreeIntervals(ctx, await equipmentOf(ctx, match), match.sought);
    return longestIntervals(byUnit)
      .slice(0, mostIntervals)
      .map(({ start, end }) => ({ startsAt: new Date(start), endsAt: new Date(end) }));
  }

  @FieldResolver(() => [IntervalObject], {
    complexity: rows(4, 10),
    description:
      'The first moments, up to 4 and half an hour or more apart, from which the sought time fits, each with the ' +
      'latest end that a booking from there may have; empty where no time was asked.',
  })
  async firstStarts(@Ctx() ctx: Context, @Root() match: EquipmentMatchObject): Promise<IntervalObject[]> {
    if (!match.sought) return [];
    const starts = await loadFirstStarts(ctx, await equipmentOf(ctx, match), match.sought);
    return starts.map(({ start, until }) => ({ startsAt: new Date(start), endsAt: new Date(until) }));
  }

  @FieldResolver(() => Int, {
    complexity: 10,
    description:
      'How many units the sought time fits; where no time was asked, how many can be booked from the next start.',
  })
  async freeUnits(@Ctx() ctx: Context, @Root() match: EquipmentMatchObject): Promise<number> {
    const equipment = await equipmentOf(ctx, match);
    if (!match.sought) return loadFreeNow(ctx, equipment);
    const byUnit = await loadFreeIntervals(ctx, equipment, match.sought);
    return byUnit.filter((intervals) => intervals.length > 0).length;
  }
}

async function equipmentOf(ctx: Context, match: EquipmentMatchObject): Promise<EquipmentRow> {
  const equipment = await load(ctx, readEquipment, match.equipmentId);
  if (!equipment) throw notFound();
  return equipment;
}
