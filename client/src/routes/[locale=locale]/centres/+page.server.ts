import { Centres } from './query.ts';
import { filterOf, readSearch } from './search.rules.ts';

export const load = async ({ locals, url }) => {
  const search = readSearch(url.searchParams);
  const found = await locals.graphql.query(Centres, {
    filter: filterOf(search),
    after: url.searchParams.get('after'),
  });
  return { ...found, search };
};
