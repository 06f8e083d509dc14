import { readDate } from '#lib/time/local-day.rules.ts';
import { dateIn } from '#lib/time/local-days.server.ts';
import { DeskDay } from './desk.documents.ts';

export const load = async ({ locals, params, url, parent, depends }) => {
  depends('talka:desk');
  const date = readDate(url.searchParams.get('date')) ?? null;
  const { desk } = await locals.graphql.query(DeskDay, {
    slug: params.centre,
    date,
    after: url.searchParams.get('after'),
  });
  const { centre } = await parent();
  const now = Date.now();
  return { ...desk, today: dateIn(centre.zone, now), now };
};
