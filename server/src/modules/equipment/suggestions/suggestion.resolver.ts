import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { search } from '../../../platform/graphql/complexity.ts';
import { Allow, everyone } from '../../../platform/graphql/policy.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { CentreObject } from '../../directory/centres/centre.type.ts';
import { readSuggestions } from './suggestion.reader.ts';
import { suggestionProblems } from './suggestion.rules.ts';
import { CentreSuggestionObject, SuggestionUnion } from './suggestion.type.ts';

/** Three short statements: the types, their machines, and centres by the index of their names. */
const suggesting = 400;

@Resolver(() => CentreSuggestionObject)
export class SuggestionResolver {
  @Allow(everyone)
  @Query(() => [SuggestionUnion], {
    complexity: search(() => ({ own: suggesting })),
    description:
      'What somebody may mean who types what they want to make: types of equipment by their names and by words for ' +
      'what one does with them, and centres by name. The likest come first; accents and one wrong letter do not matter.',
  })
  async suggestEquipment(
    @Ctx() ctx: Context,
    @Arg('text', () => String, { description: 'At most 100 characters, of which the first five words count.' })
    text: string,
    @Arg('city', () => String, { nullable: true, description: 'Slug of the city whose machines are counted apart.' })
    city: string | null,
    @Arg('first', () => Int, { nullable: true, defaultValue: 8, description: 'How many, 1 to 20.' })
    first: number | null,
  ): Promise<(typeof SuggestionUnion)[]> {
    const sought = { text, city, first: first ?? 8 };
    const problems = suggestionProblems(sought);
    if (problems.length > 0) throw badInput(problems);
    return (await readSuggestions(ctx, sought)).map((found) => {
      if ('centreId' in found) return { centreId: found.centreId };
      const { inCity, inNetwork, ...equipmentType } = found;
      return { equipmentType, inCity: inCity ?? null, inNetwork };
    });
  }

  @FieldResolver(() => CentreObject, { description: 'The centre.' })
  async centre(@Ctx() ctx: Context, @Root() { centreId }: CentreSuggestionObject): Promise<CentreObject> {
    const centre = await load(ctx, readCentres, centreId);
    if (!centre) throw notFound();
    return centre;
  }
}
