import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { type Context, load } from '../context.ts';
import { badInput, notFound } from '../errors.ts';
import { connect, pageRequest } from '../graphql/connection.ts';
import { Costs } from '../graphql/costs.ts';
import { asPagesRead, Limit } from '../graphql/limit.ts';
import { Allow, everyone } from '../graphql/policy.ts';
import { alongRows } from '../graphql/read-along.ts';
import { Reusable } from '../graphql/reuse/reusable.ts';
import { mayActFor } from '../identity/actor.rules.ts';
import { isId } from '../shared/ids.ts';
import { isAskable } from '../shared/text.rules.ts';
import { findCentre } from './centre.reader.ts';
import { CentreAbilitiesType, CentreType, PointType } from './centre.type.ts';
import { CentreConnectionType } from './centre-connection.type.ts';
import { facetsOf } from './centre-facets.resolver.ts';
import { centreFilter, centreProblems } from './centre-filter.rules.ts';
import { CentreFilterInput } from './centre-filter.type.ts';
import { centreOrder, countCentres, searchCentres } from './centre-search.reader.ts';
import { readCities } from './city.reader.ts';
import { CityType } from './city.type.ts';

@Resolver(() => CentreType)
export class CentreResolver {
  @Allow(everyone)
  @Limit(asPagesRead)
  @Reusable()
  @Costs({ weight: 50 })
  @Query(() => CentreConnectionType, {
    description: 'Centres: nearest first where `near` is given, else best match of the text, else by name.',
  })
  async centres(
    @Ctx() ctx: Context,
    @Arg('filter', () => CentreFilterInput, { nullable: true, description: 'Which centres; all where left out.' })
    input: CentreFilterInput | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 24, description: 'How many, 1 to 100.' })
    first: number | null,
    @Arg('after', () => String, { nullable: true, description: 'Continue behind this cursor.' })
    after: string | null,
    @Info() info: GraphQLResolveInfo,
  ): Promise<CentreConnectionType> {
    const problems = centreProblems(input ?? {});
    if (problems.length > 0) throw badInput(problems);
    const filter = centreFilter(input ?? {});
    const types = centreOrder(filter).map(({ type }) => type);
    const request = pageRequest(first ?? 24, after, types);
    const page = await searchCentres(ctx, filter, request, alongRows(ctx, info, 'Centre'));
    const connection = connect(
      page,
      request.after,
      (row) => row.keyset,
      (row): CentreType => row,
      () => countCentres(ctx, filter),
    );
    return Object.assign(connection, { facets: facetsOf(ctx, filter) });
  }

  @Allow(everyone)
  @Reusable()
  @Query(() => CentreType, { description: 'One centre, by its id or its slug.' })
  async centre(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true, description: 'The id of the centre.' }) id: string | null,
    @Arg('slug', () => String, { nullable: true, description: 'The slug of the centre.' }) slug: string | null,
  ): Promise<CentreType> {
    const given = [id, slug].filter((each) => each !== null && each !== undefined);
    if (given.length !== 1) throw badInput([{ field: 'slug', message: { key: 'directory.idOrSlug' } }]);
    if (id ? !isId(id) : !isAskable(slug ?? '', 80)) throw notFound();
    const centre = await findCentre(ctx, id ? { id } : { slug: slug ?? '' });
    if (!centre) throw notFound();
    return centre;
  }

  @FieldResolver(() => CityType, { description: 'The city it lies in.' })
  async city(@Ctx() ctx: Context, @Root() centre: CentreType): Promise<CityType> {
    const city = await load(ctx, readCities, centre.cityId);
    if (!city) throw notFound();
    return city;
  }

  @FieldResolver(() => PointType, { nullable: true, description: 'Where it is on the map, where known.' })
  point(@Root() { latitude, longitude, pointPrecision }: CentreType): PointType | null {
    if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
    return { latitude, longitude, precision: pointPrecision };
  }

  @FieldResolver(() => CentreAbilitiesType, { description: 'What the asking person may do with it.' })
  viewerCan(@Ctx() ctx: Context, @Root() centre: CentreType): CentreAbilitiesType {
    return { actFor: mayActFor(ctx.actor, { kind: 'centre', id: centre.id }) };
  }
}
