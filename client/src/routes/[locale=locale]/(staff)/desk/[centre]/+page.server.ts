import { readDate } from '#lib/time/local-day.rules.ts';
import { dateIn } from '#lib/time/local-days.server.ts';
import { answers } from './answers.server.ts';
import { DeskPage } from './desk.documents.ts';

export const load = async ({ locals, params, url, parent, depends }) => {
  depends('talka:desk');
  const { desk } = await locals.graphql.query(DeskPage, {
    slug: params.centre,
    date: readDate(url.searchParams.get('date')) ?? null,
    after: url.searchParams.get('after'),
  });
  const { centre } = await parent();
  const now = Date.now();
  return { ...desk, today: dateIn(centre.zone, now), now };
};

export const actions = answers;
