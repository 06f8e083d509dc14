import { graphql } from '#lib/api/graphql.ts';
import { ProblemRowFields } from '#lib/features/problems/problem.documents.ts';

const Board = graphql(
  `
    query ProblemBoard($slug: String!, $open: Boolean!) {
      desk(centreSlug: $slug) { problems(open: $open) { ...ProblemRowFields } equipment { id state equipment { id name } } }
    }
  `,
  [ProblemRowFields],
);

export const load = async ({ locals, params, url }) => {
  const open = url.searchParams.get('show') !== 'ended';
  const { desk } = await locals.graphql.query(Board, { slug: params.centre, open });
  const machines = desk.equipment.filter(({ state }) => state === 'PUBLISHED').map(({ equipment }) => equipment);
  return { open, problems: desk.problems, machines };
};
