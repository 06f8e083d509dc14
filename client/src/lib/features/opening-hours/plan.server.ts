import { fail, isHttpError, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod';
import type { Problem } from '#lib/api/errors.ts';
import { statusOf } from '#lib/api/errors.ts';
import { type Answers, decisionsOf, readAnswers } from '#lib/features/desk/impact/answers.rules.ts';
import type { Impact } from '#lib/features/desk/impact/impact.documents.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import { dateIn } from '#lib/time/local-days.server.ts';
import { after, type Draft, type DraftHours, draftOf, inputOf, missingDays, readDraft } from './draft.rules.ts';
import { ChangeOpeningHours, OpeningHoursImpact, OpeningHoursToChange } from './plan.documents.ts';

/** Whose hours a page changes. */
export interface PlanOwner {
  /** One of the two ids. */
  readonly owner: { readonly centreId?: string; readonly equipmentId?: string };
  readonly zone: string;
  /** The hours of the centre. */
  readonly centreHours: readonly DraftHours[];
}

/** What the form of a plan shows after an attempt. */
export interface PlanAnswer {
  readonly draft?: Draft;
  readonly impact?: Impact;
  /** What was decided about those who are affected. */
  readonly answers?: Answers;
  readonly problem?: Problem;
  readonly saved?: true;
  /** What somebody else saved in between. */
  readonly current?: { readonly draft: Draft; readonly version: number };
}

type Event = Pick<RequestEvent, 'locals'>;

/** The plan that holds now, with the bookings outside of it. */
export async function loadPlan({ locals }: Event, { owner, zone }: PlanOwner) {
  const { openingPlan, liveCursor } = await locals.graphql.query(OpeningHoursToChange, owner);
  const draft = draftOf(openingPlan);
  return {
    draft,
    version: openingPlan.version,
    cursor: liveCursor,
    impact: await impactOfNow({ locals }, owner, draft),
    today: dateIn(zone, Date.now()),
    /** Makes repetitions of one save recognisable, even after a lost answer. */
    key: crypto.randomUUID(),
  };
}

/** Hours that came from elsewhere may have faults that the form does not let pass; then it is unknown. */
async function impactOfNow({ locals }: Event, owner: PlanOwner['owner'], draft: Draft): Promise<Impact | undefined> {
  try {
    const input = { ...owner, ...inputOf(draft) };
    return (await locals.graphql.query(OpeningHoursImpact, { input })).openingHoursImpact;
  } catch (failure) {
    if (isHttpError(failure, 400)) return undefined;
    throw failure;
  }
}

const anything = z.record(z.string(), z.unknown());

/** The actions of a page that changes the plan of `ownerOf`. */
export function planActions<E extends RequestEvent>(ownerOf: (event: E) => Promise<PlanOwner>) {
  const read = async (event: E) => {
    const { values } = await readForm(event, anything);
    return { sent: values, draft: readDraft(values), answers: readAnswers(values) };
  };
  const refuse = (draft: Draft, problem: Problem, more: PlanAnswer = {}) =>
    fail<PlanAnswer>(statusOf[problem.code], { draft, problem, ...more });
  return {
    /** What the buttons of the form do where no script does it. */
    edit: async (event: E): Promise<PlanAnswer> => {
      const { sent, draft, answers } = await read(event);
      const { zone, centreHours } = await ownerOf(event);
      return { draft: after(draft, String(sent.step), centreHours, dateIn(zone, Date.now())), answers };
    },
    preview: async (event: E) => {
      const { draft, answers } = await read(event);
      const { owner, zone } = await ownerOf(event);
      const missing = await missingProblem(event, draft, zone);
      if (missing) return refuse(draft, missing);
      // Asked as a change is, so that problems come back to the form.
      const result = await event.locals.graphql.mutate(OpeningHoursImpact, { input: { ...owner, ...inputOf(draft) } });
      if (!result.ok) return refuse(draft, result.problem);
      return { draft, answers, impact: result.data.openingHoursImpact } satisfies PlanAnswer as PlanAnswer;
    },
    save: async (event: E) => {
      const { sent, draft, answers } = await read(event);
      const { owner, zone } = await ownerOf(event);
      const missing = await missingProblem(event, draft, zone);
      if (missing) return refuse(draft, missing);
      const { version, key } = sent;
      const result = await event.locals.graphql.mutate(ChangeOpeningHours, {
        input: {
          ...{ ...owner, ...inputOf(draft), idempotencyKey: String(key), version: Number(version) || 0 },
          decisions: decisionsOf(answers),
        },
      });
      if (!result.ok && result.problem.code === 'STALE_VERSION') {
        const { openingPlan } = await event.locals.graphql.query(OpeningHoursToChange, owner);
        const current = { draft: draftOf(openingPlan), version: openingPlan.version };
        return refuse(draft, result.problem, { current, answers });
      }
      if (!result.ok) return refuse(draft, result.problem, { answers });
      const { changeOpeningHours: changed } = result.data;
      if (changed.__typename === 'OpeningHoursSaved') return { saved: true } satisfies PlanAnswer as PlanAnswer;
      return fail<PlanAnswer>(409, { draft, answers, impact: changed.impact });
    },
  };
}

/** A day that was not chosen could not even be sent to the API. */
async function missingProblem({ locals }: Event, draft: Draft, zone: string): Promise<Problem | undefined> {
  const fields = missingDays(draft);
  if (fields.length === 0) return undefined;
  const { t } = createI18n(locals.locale, await loadMessages(locals.locale, 'hours'), zone);
  const message = t('hours.days.missing');
  return { code: 'BAD_INPUT', message, problems: fields.map((field) => ({ field, message })) };
}
