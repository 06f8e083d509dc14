import { graphql } from '#lib/api/graphql.ts';

const DeskMachines = graphql(`
  query DeskMachines($slug: String!) {
    desk(centreSlug: $slug) {
      equipment { id state room units { id code } equipment { id name type { group name } } stewards { id name } }
    }
  }
`);

export const load = async ({ locals, params }) => {
  const { desk } = await locals.graphql.query(DeskMachines, { slug: params.centre });
  return { machines: desk.equipment };
};
