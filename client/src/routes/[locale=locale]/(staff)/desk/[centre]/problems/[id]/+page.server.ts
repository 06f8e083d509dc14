import type { RequestEvent } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone, takeDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { instantAt } from '#lib/features/problems/end.server.ts';
import { ChangeProblem, ProblemFields } from '#lib/features/problems/problem.documents.ts';
import { oneOf, text, textOrNull, whole } from '#lib/forms/schema.server.ts';
import { dateIn } from '#lib/time/local-days.server.ts';

const ProblemToHandle = graphql(
  `
    query ProblemToHandle($id: ID!) {
      problem(id: $id) {
        ...ProblemFields
        handlers { id name }
        others { id words }
        equipment { centre { slug zone } }
        bookings { id startsAt endsAt state booker { id name } viewerCan { move cancel } }
      }
    }
  `,
  [ProblemFields],
);

const day = 86_400_000;

export const load = async (event) => {
  const { locals, params } = event;
  const { centre } = await event.parent();
  const { problem } = await locals.graphql.query(ProblemToHandle, { id: params.id });
  const now = Date.now();
  return {
    problem,
    suggested: { date: dateIn(centre.zone, now + day), time: '12:00' },
    now: new Date(now).toISOString(),
    done: takeDone(event, ['changed', 'reported']),
  };
};

const acts = ['NOTE', 'SEE', 'WORK', 'WAIT', 'FIX', 'FIND_NO_FAULT', 'STOP', 'RESUME', 'JOIN'] as const;

export const actions = {
  act: async (event: RequestEvent) => {
    const { problem } = await event.locals.graphql.query(ProblemToHandle, { id: event.params.id ?? '' });
    const { zone, slug } = problem.equipment.centre;
    return action(
      z.object({
        act: oneOf(acts),
        version: whole,
        words: text,
        assignee: textOrNull,
        date: text,
        time: text,
        sameAs: textOrNull,
      }),
      ChangeProblem,
      ({ act, version, words, assignee, date, time, sameAs }) => ({
        input: {
          ...{ problemId: problem.id, version, act, words, assigneeId: assignee },
          endsAt: act === 'STOP' ? instantAt(zone, date, time) : null,
          sameAsId: act === 'JOIN' ? sameAs : null,
        },
      }),
      (_data, done) => goDone(done, `/desk/${slug}/problems/${problem.id}`, 'changed'),
    )(event);
  },
};
