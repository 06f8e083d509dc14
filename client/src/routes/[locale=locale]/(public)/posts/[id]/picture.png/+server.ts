import { graphql } from '#lib/api/graphql.ts';
import { craftOf } from '#lib/features/drawings/craft.rules.ts';
import { centreDrawing, equipmentDrawing } from '#lib/features/drawings/drawing.rules.ts';
import { pictureResponse } from '#lib/features/sharing/picture-response.server.ts';

const PostPicture = graphql(`
  query PostPicture($id: ID!) {
    post(id: $id) {
      id kind title
      city { name }
      centre { name slug model openNow }
      author { person { name } actingFor { __typename ... on Centre { name } ... on Organisation { name } } }
      equipmentTypes { key group }
      ... on Event { startsAt endsAt zone }
    }
  }
`);

export const GET = (event) =>
  pictureResponse(event, ['posts'], async ({ t, format }) => {
    const { post } = await event.locals.graphql.query(PostPicture, { id: event.params.id });
    const { id, kind, title, city, centre, author } = post;
    const [type] = post.equipmentTypes;
    const home = { model: 'creative_hub', slug: id, openNow: true };
    const { model, slug, openNow } = centre ?? home;
    return {
      drawn: type ? equipmentDrawing(type.key, id) : centreDrawing(model.toLowerCase(), slug, openNow),
      craft: craftOf(type?.group.toLowerCase() ?? 'media'),
      title,
      lines: [
        'startsAt' in post ? format.range(post.startsAt, post.endsAt, { zone: post.zone }) : t(`posts.kinds.${kind}`),
        [centre?.name, city.name].filter(Boolean).join(', '),
        author.actingFor?.name ?? author.person?.name ?? '',
      ],
    };
  });
