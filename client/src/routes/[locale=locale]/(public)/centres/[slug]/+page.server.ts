import { graphql } from '#lib/api/graphql.ts';
import { FreeNow } from '#lib/features/equipment/free-now.ts';
import { pictureOf } from '#lib/features/map/picture.server.ts';
import { joinActions } from '#lib/features/membership/join-actions.server.ts';
import { Joining } from '#lib/features/membership/membership.documents.ts';
import { NewestPost } from '#lib/features/posts/newest-post.ts';
import { centreData, linkedDataText } from '#lib/features/sharing/linked-data.rules.ts';
import { codeOf } from '#lib/ui/paper/squares.server.ts';

const Centre = graphql(
  `
  query Centre($slug: String!) {
    centre(slug: $slug) {
      id
      slug
      name
      model
      city { name slug country { code name } }
      summary
      summaryLanguage
      address
      point { latitude longitude precision }
      zone
      languages
      accessType
      legalForm
      owner
      fundingMix
      governance
      staffCount
      floorArea
      foundedYear
      website
      source
      verifiedOn
      ...Joining
      openNow
      closesAt
      opensAt
      openingHours { weekday opens closes }
      openingExceptions { id kind startsOn endsOn yearly opens closes message }
      equipment { ...FreeNow }
      posts(first: 5) { cursor nodes { ...NewestPost } }
    }
    liveCursor
  }
`,
  [FreeNow, Joining, NewestPost],
);

export const load = async ({ locals, params, depends, url }) => {
  depends('talka:home');
  // Read first, so that nothing between the cursor and the rows is missed.
  const found = await locals.graphql.query(Centre, { slug: params.slug });
  const { point } = found.centre;
  const key = crypto.randomUUID();
  const picture = await pictureOf(point ? [point] : [], locals.inProcessApi.maps);
  const address = url.origin + url.pathname;
  const linked = linkedDataText(centreData(found.centre, address, `${address}/picture.png`));
  return { ...found, picture, linked, now: new Date().toISOString(), key, code: codeOf(url) };
};

export const actions = joinActions;
