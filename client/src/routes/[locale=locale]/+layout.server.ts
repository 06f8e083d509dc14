import { graphql } from '#lib/api/graphql.ts';
import { LatestNews } from '#lib/features/layout/activity.documents.ts';

const Reader = graphql(`
  query Reader {
    me {
      person { id name }
      emailVerified
      operator
      desks { id name slug viewerCan { acts } }
      coordinates { id name slug }
      actingFor { __typename ... on Centre { id name slug } ... on Organisation { id name slug } }
    }
  }
`);

export const load = async ({ locals, depends }) => {
  depends('talka:me');
  const [{ me }, { latestActivity: latest }] = await Promise.all([
    locals.anonymous ? { me: null } : locals.graphql.query(Reader),
    // No page fails for a line that is an extra.
    locals.graphql.query(LatestNews).catch(() => ({ latestActivity: null })),
  ]);
  return { me, latest, now: new Date().toISOString() };
};
