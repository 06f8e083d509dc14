/** The same page of a city's centres in the words of each server: how it is asked for, and what it answers. */
const fields = 'id slug name model summary equipment { id name type { key name } } posts { totalCount }';
const nodes = ({ centres }) => centres.nodes;

export const plain = { body: JSON.stringify, page: nodes };

const talkaQuery = `query ($city: String!, $first: Int!, $after: String) {
  centres(filter: { city: $city }, first: $first, after: $after) { nodes { ${fields} } }
}`;
const cursor = (keyset) => Buffer.from(JSON.stringify(keyset)).toString('base64url');
export const talka = {
  body: ({ city, name, id, first }) =>
    JSON.stringify({ query: talkaQuery, variables: { city, first, after: cursor([name, id]) } }),
  page: nodes,
};

const mercuriusQuery = `query ($city: String!, $first: Int!, $name: String!, $id: ID!) {
  centres(city: $city, first: $first, afterName: $name, afterId: $id) { nodes { ${fields} } }
}`;
export const mercurius = {
  body: (variables) => JSON.stringify({ query: mercuriusQuery, variables }),
  page: nodes,
};

const postgraphileQuery = `query ($city: String!, $first: Int!, $after: Cursor) {
  cityBySlug(slug: $city) {
    centresByCityId(orderBy: [NAME_ASC, ROW_ID_ASC], first: $first, after: $after) {
      edges {
        cursor
        node {
          rowId slug name model summary
          equipmentByCentreId(condition: { withdrawnAt: null }, orderBy: [NAME_ASC]) {
            nodes { rowId name equipmentTypeByTypeKey { key names } }
          }
          postsByCentreId(condition: { state: "open", audience: "public" }) { totalCount }
        }
      }
    }
  }
}`;

/** Its cursors begin with a mark of the order, which is read from a page. */
export async function postgraphile(address) {
  const ask = (variables) => JSON.stringify({ query: postgraphileQuery, variables });
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: ask({ city: 'city-1', first: 1 }),
  });
  const { data } = await response.json();
  const [mark] = JSON.parse(Buffer.from(data.cityBySlug.centresByCityId.edges[0].cursor, 'base64').toString());
  return {
    // Names are ordered as they are written: capitals first.
    body: ({ city, name, id, first }) =>
      ask({ city, first, after: Buffer.from(JSON.stringify([mark, name.toUpperCase(), id])).toString('base64') }),
    page: ({ cityBySlug }) => cityBySlug.centresByCityId.edges.map(({ node }) => centreOf(node)),
  };
}

const centreOf = ({ rowId, slug, name, model, summary, equipmentByCentreId, postsByCentreId }) => ({
  id: rowId,
  slug,
  name,
  model: model.toUpperCase(),
  summary,
  equipment: equipmentByCentreId.nodes.map(({ rowId: id, name, equipmentTypeByTypeKey: { key, names } }) => ({
    id,
    name,
    type: { key, name: names.en },
  })),
  posts: postsByCentreId,
});
