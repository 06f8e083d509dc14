import { takeDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';

const DeskPeople = graphql(`
  query DeskPeople($slug: String!, $name: String, $after: String) {
    desk(centreSlug: $slug) {
      members(name: $name, after: $after) {
        totalCount
        pageInfo { endCursor hasNextPage }
        nodes { id role validFrom validUntil person { id name } viewerCan { end roles } }
      }
    }
  }
`);

export const load = async (event) => {
  const { locals, params, url } = event;
  const name = url.searchParams.get('name')?.trim() ?? '';
  const { desk } = await locals.graphql.query(DeskPeople, {
    slug: params.centre,
    name: name || null,
    after: url.searchParams.get('after'),
  });
  return { name, members: desk.members, done: takeDone(event, ['ended', 'appointed']) };
};
