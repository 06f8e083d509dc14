import { Arg, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { Member } from '../../../access/actor.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { rows } from '../../../platform/graphql/complexity.ts';
import { Allow, members } from '../../../platform/graphql/policy.ts';
import { type CentreRow, readCentres } from '../../directory/centres/centre.reader.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { MeObject, themselves } from '../../people/persons/me.type.ts';
import { desksOf } from './desk.policy.ts';
import { findDesk } from './desk.reader.ts';
import { DeskObject } from './desk.type.ts';

@Resolver(() => DeskObject)
export class DeskResolver {
  @Allow(members)
  @Query(() => DeskObject, {
    description:
      'What lies before the staff of a centre. NOT_FOUND where there is no such centre, FORBIDDEN to all but its staff ' +
      'and managers.',
  })
  desk(
    @Ctx() ctx: Context,
    @Arg('centreSlug', () => String, { description: 'The slug of the centre.' }) centreSlug: string,
  ): Promise<DeskObject> {
    return findDesk(ctx, centreSlug);
  }
}

@Resolver(() => MeObject)
export class OwnDesksResolver {
  @Allow(themselves)
  @FieldResolver(() => [CentreObject], {
    complexity: rows(5),
    description: 'Centres whose desk the person runs as staff or manager, by name.',
  })
  async desks(@Root() me: Member, @Ctx() ctx: Context): Promise<CentreRow[]> {
    const centres = await Promise.all(desksOf(me).map((centreId) => load(ctx, readCentres, centreId)));
    const { compare } = new Intl.Collator(ctx.locale);
    return centres.flatMap((centre) => centre ?? []).sort((one, other) => compare(one.name, other.name));
  }
}
