import { graphql } from '#lib/api/graphql.ts';

const DeskFrame = graphql(`
  query DeskFrame($slug: String!) {
    desk(centreSlug: $slug) { centre { id slug name zone viewerCan { acts } } }
  }
`);

export const load = async ({ locals, params }) => {
  const { desk } = await locals.graphql.query(DeskFrame, { slug: params.centre });
  return { centre: desk.centre };
};
