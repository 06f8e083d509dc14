import { pictureOf } from '#lib/features/map/picture.server.ts';
import { choicesOf } from './choices.rules.ts';
import { Centres } from './query.ts';
import { filterOf, readSearch } from './search.rules.ts';

export const load = async ({ locals, url }) => {
  const search = readSearch(url.searchParams);
  const variables = { filter: filterOf(search), after: url.searchParams.get('after') };
  const { centres, cities, equipmentTypes, centrePoints } = await locals.graphql.query(Centres, variables);
  const { facets, ...found } = centres;
  return {
    centres: found,
    centrePoints,
    now: new Date().toISOString(),
    picture: pictureOf(centrePoints),
    search,
    countries: Object.fromEntries(cities.map(({ slug, country }) => [slug, country.name])),
    choices: {
      models: choicesOf(
        facets.models.map(({ model, count }) => ({ value: model, label: '', count })),
        search.model ? [{ value: search.model, label: '' }] : [],
        search.model,
      ),
      cities: choicesOf(
        facets.cities.map(({ city, count }) => ({ value: city.slug, label: city.name, count })),
        cities.map(({ slug, name }) => ({ value: slug, label: name })),
        search.city,
      ),
      types: choicesOf(
        facets.equipmentTypes.map(({ equipmentType: { key, name }, count }) => ({ value: key, label: name, count })),
        equipmentTypes.map(({ key, name }) => ({ value: key, label: name })),
        search.type,
      ),
    },
  };
};
