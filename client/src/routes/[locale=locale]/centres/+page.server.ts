import { choicesOf } from './choices.rules.ts';
import { Centres, OpenNow } from './query.ts';
import { filterOf, readSearch } from './search.rules.ts';

export const load = async ({ locals, url }) => {
  locals.keepable = true;
  const search = readSearch(url.searchParams);
  const variables = { filter: filterOf(search), after: url.searchParams.get('after') };
  const [{ centres, cities, equipmentTypes, centrePoints }, clock] = await Promise.all([
    locals.graphql.query(Centres, variables),
    locals.graphql.query(OpenNow, variables),
  ]);
  const { facets, ...found } = centres;
  const open = new Set(clock.centres.nodes.flatMap(({ id, openNow }) => (openNow ? [id] : [])));
  return {
    centres: { ...found, nodes: found.nodes.map((centre) => ({ ...centre, openNow: open.has(centre.id) })) },
    centrePoints,
    search,
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
