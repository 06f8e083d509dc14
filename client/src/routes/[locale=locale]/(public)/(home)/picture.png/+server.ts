import { centreDrawing } from '#lib/features/drawings/drawing.rules.ts';
import { pictureResponse } from '#lib/features/sharing/picture-response.server.ts';

export const GET = (event) =>
  pictureResponse(event, ['home'], async ({ t }) => ({
    drawn: centreDrawing('makerspace', 'talka', true),
    craft: 'ochre',
    title: t('home.title'),
    lines: [t('home.lead')],
  }));
