import { graphql } from '#lib/api/graphql.ts';

const Reader = graphql(`
  query Reader {
    me {
      person { id name }
      emailVerified
      operator
      desks { id name slug viewerCan { manage } }
      coordinates { id name slug }
      actingFor { __typename ... on Centre { id name slug } ... on Organisation { id name slug } }
    }
  }
`);

export const load = async ({ locals, depends }) => {
  depends('talka:me');
  const { me } = locals.anonymous ? { me: null } : await locals.graphql.query(Reader);
  return { me };
};
