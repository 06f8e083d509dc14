import { graphql } from '#lib/api/graphql.ts';
import { centreDrawing } from '#lib/features/drawings/drawing.rules.ts';
import { pictureResponse } from '#lib/features/sharing/picture-response.server.ts';

const HomePicture = graphql('query HomePicture { cities { centreCount } centres(first: 1) { totalCount } }');

export const GET = (event) =>
  pictureResponse(event, ['home'], async ({ t }) => {
    const { cities, centres } = await event.locals.graphql.query(HomePicture);
    return {
      drawn: centreDrawing('makerspace', 'talka', true),
      craft: 'ochre',
      title: t('home.title'),
      lines: [
        t('home.headline', {
          cities: cities.filter(({ centreCount }) => centreCount > 0).length,
          centres: centres.totalCount,
        }),
      ],
    };
  });
