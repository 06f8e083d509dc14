import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { mayActFor } from '../../../access/acting.policy.ts';
import { centreActs, may } from '../../../access/rights.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { search, textSearch } from '../../../platform/graphql/complexity.ts';
import { connect, pageRequest } from '../../../platform/graphql/connection.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { isAskable } from '../../../shared/text/text.rules.ts';
import { readCities } from '../cities/city.reader.ts';
import { CityObject } from '../cities/city.type.ts';
import { centreOrder } from '../search/centre-conditions.sql.ts';
import { CentreConnectionObject } from '../search/centre-connection.type.ts';
import { facetsOf } from '../search/centre-facets.resolver.ts';
import { centreFilter, centreProblems } from '../search/centre-filter.rules.ts';
import { CentreFilterInput } from '../search/centre-filter.type.ts';
import { countCentres, searchCentres } from '../search/centre-search.reader.ts';
import { findCentre } from './centre.reader.ts';
import { CentreAbilitiesObject, CentreObject, PointObject } from './centre.type.ts';

@Resolver(() => CentreObject)
export class CentreResolver {
  @Allow(everyone)
  @Query(() => CentreConnectionObject, {
    complexity: search(({ filter }) => ({ own: textSearch(filter?.text) })),
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
  ): Promise<CentreConnectionObject> {
    const problems = centreProblems(input ?? {});
    if (problems.length > 0) throw badInput(problems);
    const filter = centreFilter(input ?? {});
    const types = centreOrder(filter).map(({ type }) => type);
    const request = pageRequest(first ?? 24, after, types);
    const page = await searchCentres(ctx, filter, request);
    const connection = connect(
      page,
      request.after,
      (row) => row.keyset,
      (row): CentreObject => row,
      async () => (await load(ctx, countCentres, JSON.stringify(filter))) ?? 0,
    );
    return Object.assign(connection, { facets: facetsOf(ctx, filter) });
  }

  @Allow(everyone)
  @Query(() => CentreObject, { description: 'One centre, by its id or its slug.' })
  async centre(
    @Ctx() ctx: Context,
    @Arg('id', () => ID, { nullable: true, description: 'The id of the centre.' }) id: string | null,
    @Arg('slug', () => String, { nullable: true, description: 'The slug of the centre.' }) slug: string | null,
  ): Promise<CentreObject> {
    const given = [id, slug].filter((each) => each !== null && each !== undefined);
    if (given.length !== 1) throw badInput([{ field: 'slug', message: { key: 'directory.idOrSlug' } }]);
    if (id ? !isId(id) : !isAskable(slug ?? '', 80)) throw notFound();
    const centre = await findCentre(ctx, id ? { id } : { slug: slug ?? '' });
    if (!centre) throw notFound();
    return centre;
  }

  @FieldResolver(() => CityObject, { description: 'The city it lies in.' })
  async city(@Ctx() ctx: Context, @Root() centre: CentreObject): Promise<CityObject> {
    const city = await load(ctx, readCities, centre.cityId);
    if (!city) throw notFound();
    return city;
  }

  @FieldResolver(() => PointObject, { nullable: true, description: 'Where it is on the map, where known.' })
  point(@Root() { latitude, longitude, pointPrecision }: CentreObject): PointObject | null {
    if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
    return { latitude, longitude, precision: pointPrecision };
  }

  @FieldResolver(() => CentreAbilitiesObject, { description: 'What the asking person may do with it.' })
  viewerCan(@Ctx() ctx: Context, @Root() centre: CentreObject): CentreAbilitiesObject {
    return {
      actFor: mayActFor(ctx.actor, { kind: 'centre', id: centre.id }),
      acts: centreActs.filter((act) => may(ctx.actor, act, centre.id)),
      centreId: centre.id,
    };
  }
}
