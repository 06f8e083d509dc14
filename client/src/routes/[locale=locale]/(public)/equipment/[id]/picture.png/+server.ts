import { graphql } from '#lib/api/graphql.ts';
import { craftOf } from '#lib/features/drawings/craft.rules.ts';
import { equipmentDrawing } from '#lib/features/drawings/drawing.rules.ts';
import { stretchesOf } from '#lib/features/sharing/day.rules.ts';
import { pictureResponse } from '#lib/features/sharing/picture-response.server.ts';

const EquipmentPicture = graphql(`
  query EquipmentPicture($id: ID!) {
    equipment(id: $id) {
      id name
      type { key name group }
      centre { name zone city { name } }
      day { startsAt endsAt kind }
    }
  }
`);

export const GET = (event) =>
  pictureResponse(event, [], async ({ t, format }) => {
    const { equipment } = await event.locals.graphql.query(EquipmentPicture, { id: event.params.id });
    const { id, name, type, centre, day } = equipment;
    const free = day.filter(({ kind }) => kind === 'FREE');
    const times = free.map(({ startsAt, endsAt }) => format.times(startsAt, endsAt, { zone: centre.zone }));
    return {
      drawn: equipmentDrawing(type.key, id),
      craft: craftOf(type.group.toLowerCase()),
      title: name,
      lines: [
        centre.name,
        centre.city.name,
        times.length > 0 ? t('common.day.free', { times: format.list(times) }) : t('common.day.none'),
      ],
      day: stretchesOf(day),
    };
  });
