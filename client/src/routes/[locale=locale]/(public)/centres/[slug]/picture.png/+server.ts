import { graphql } from '#lib/api/graphql.ts';
import { centreCraft } from '#lib/features/drawings/craft.rules.ts';
import { centreDrawing } from '#lib/features/drawings/drawing.rules.ts';
import { isDifferent } from '#lib/features/equipment/hours.rules.ts';
import { dayOf } from '#lib/features/sharing/day.rules.ts';
import { pictureResponse } from '#lib/features/sharing/picture-response.server.ts';
import { weekdayOf } from '#lib/time/local-day.rules.ts';

const CentrePicture = graphql(`
  query CentrePicture($slug: String!) {
    centre(slug: $slug) {
      slug name model openNow zone equipmentCount
      city { name country { name } }
      openingHours { weekday opens closes }
      openingExceptions { startsOn endsOn yearly }
    }
  }
`);

export const GET = (event) =>
  pictureResponse(event, ['directory'], async ({ t, format }) => {
    const { centre } = await event.locals.graphql.query(CentrePicture, { slug: event.params.slug });
    const today = format.dayOf(new Date(), centre.zone);
    const hours = centre.openingHours.filter(({ weekday }) => weekday === weekdayOf(today));
    return {
      drawn: centreDrawing(centre.model.toLowerCase(), centre.slug, centre.openNow),
      craft: centreCraft(centre.slug),
      title: centre.name,
      lines: [
        t(`directory.model.${centre.model}`),
        `${centre.city.name}, ${centre.city.country.name}`,
        t('directory.equipmentCount', { count: centre.equipmentCount }),
      ],
      // What opens when today is unlike the week is on the page; the weekly hours would be wrong.
      ...(!isDifferent(centre.openingExceptions, today) && { day: dayOf(hours) }),
    };
  });
