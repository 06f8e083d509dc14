import { takeDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { ProblemFields } from '#lib/features/problems/problem.documents.ts';

const OwnProblem = graphql(
  `query OwnProblem($id: ID!) { problem(id: $id) { ...ProblemFields equipment { centre { slug name zone } } } }`,
  [ProblemFields],
);

export const load = async (event) => {
  const { problem } = await event.locals.graphql.query(OwnProblem, { id: event.params.id });
  return { problem, done: takeDone(event, ['reported']) };
};
