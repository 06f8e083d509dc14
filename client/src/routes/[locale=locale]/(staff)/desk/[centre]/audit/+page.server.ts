import { graphql } from '#lib/api/graphql.ts';

const DeskAudit = graphql(`
  query DeskAudit($slug: String!, $person: ID, $kind: String, $object: ID, $after: String) {
    desk(centreSlug: $slug) {
      auditKinds { kind words }
      audit(personId: $person, kind: $kind, objectId: $object, after: $after) {
        totalCount
        pageInfo { endCursor hasNextPage }
        nodes {
          id at kind words objectType objectId equipmentName reason
          actor { id name }
          person { id name }
          changes { name before after }
        }
      }
    }
  }
`);

export const load = async ({ locals, params, url }) => {
  const asked = (name: string) => url.searchParams.get(name)?.trim() || null;
  const chosen = { person: asked('person'), kind: asked('kind'), object: asked('object') };
  const { desk } = await locals.graphql.query(DeskAudit, {
    slug: params.centre,
    ...chosen,
    after: url.searchParams.get('after'),
  });
  return { chosen, audit: desk.audit, kinds: desk.auditKinds };
};
