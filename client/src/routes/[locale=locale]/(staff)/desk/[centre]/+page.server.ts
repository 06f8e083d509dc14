import { undoAction } from '#lib/features/undo/undo.server.ts';
import { readDate } from '#lib/time/local-day.rules.ts';
import { dateIn } from '#lib/time/local-days.server.ts';
import { answers } from './answers.server.ts';
import { attendance } from './attendance.server.ts';
import { DeskPage } from './desk.documents.ts';

export const load = async ({ locals, params, url, parent, depends }) => {
  depends('talka:desk');
  const { centre } = await parent();
  const { acts } = centre.viewerCan;
  const { desk, undoable } = await locals.graphql.query(DeskPage, {
    slug: params.centre,
    date: readDate(url.searchParams.get('date')) ?? null,
    after: url.searchParams.get('after'),
    admit: acts.includes('ADMIT'),
    approve: acts.includes('APPROVE'),
  });
  const now = Date.now();
  return {
    ...desk,
    joinRequests: desk.joinRequests?.nodes ?? [],
    approvals: desk.approvals?.nodes ?? [],
    undoable,
    today: dateIn(centre.zone, now),
    now,
  };
};

export const actions = { ...answers, ...attendance, undo: undoAction };
