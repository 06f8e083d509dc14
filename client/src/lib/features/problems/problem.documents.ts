import { graphql, type ResultOf } from '#lib/api/graphql.ts';

export const ProblemRowFields = graphql(`
  fragment ProblemRowFields on Problem @_unmask {
    id kind state words reportedAt closedAt endsAt
    equipment { id name unitCount }
    unit { id name }
    assignee { id name }
  }
`);

export const ProblemFields = graphql(
  `
    fragment ProblemFields on Problem @_unmask {
      ...ProblemRowFields
      version sameAsId viewerHandles
      reporter { id name }
      steps { id kind at words endsAt person { id name } }
    }
  `,
  [ProblemRowFields],
);

export const ReportProblem = graphql(`
  mutation ReportProblem($input: ReportProblemInput!) { reportProblem(input: $input) { id endsAt } }
`);

export const ChangeProblem = graphql(`
  mutation ChangeProblem($input: ChangeProblemInput!) { changeProblem(input: $input) { id version } }
`);

export type ProblemRow = ResultOf<typeof ProblemRowFields>;
export type ProblemDetails = ResultOf<typeof ProblemFields>;
