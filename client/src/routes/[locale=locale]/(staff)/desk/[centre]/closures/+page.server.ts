import { fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone, takeDone } from '#lib/api/done.server.ts';
import { type Problem, statusOf } from '#lib/api/errors.ts';
import { type Answers, decisionsOf, readAnswers } from '#lib/features/desk/impact/answers.rules.ts';
import { CloseTime, ClosureImpact, ClosuresOfDesk, LiftClosure } from '#lib/features/desk/impact/closure.documents.ts';
import type { Impact } from '#lib/features/desk/impact/impact.documents.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { text, ticked, whole } from '#lib/forms/schema.server.ts';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import { locales } from '#lib/i18n/locale.ts';
import { dateIn, dayIn, momentIn } from '#lib/time/local-days.server.ts';
import { type ClosurePlan, placeOf, readClosure, unreadable } from './plan.rules.ts';

const instant = (zone: string, date: string, time: string) => new Date(momentIn(dayIn(zone, date), time, zone));

/** A plan as the API takes it. */
const inputOf = (plan: ClosurePlan, { id, zone }: { readonly id: string; readonly zone: string }) => ({
  ...placeOf(plan.what, id),
  kind: plan.kind,
  startsAt: instant(zone, plan.fromDate, plan.fromTime).toISOString(),
  endsAt: instant(zone, plan.untilDate, plan.untilTime).toISOString(),
  messages: Object.entries(plan.messages).flatMap(([language, message]) =>
    message ? [{ language, text: message }] : [],
  ),
});

async function unreadableProblem(
  { locals }: Pick<RequestEvent, 'locals'>,
  zone: string,
  field: string,
): Promise<Problem> {
  const { t } = createI18n(locals.locale, await loadMessages(locals.locale, 'closures'), zone);
  const message = t('closures.noTime');
  return { code: 'BAD_INPUT', message, problems: [{ field, message }] };
}

/** What is closed; where the address plans a closure, whom it would touch. */
export const load = async (event) => {
  const { locals, params, url } = event;
  const { desk, liveCursor } = await locals.graphql.query(ClosuresOfDesk, { slug: params.centre });
  const { centre, closures } = desk;
  const plan = readClosure((name) => url.searchParams.get(name), locales);
  const planned = url.searchParams.has('fromDate');
  const field = planned ? unreadable(plan) : undefined;
  const shared = {
    closures,
    equipment: centre.equipment,
    manages: centre.viewerCan.acts.includes('EDIT_HOURS'),
    cursor: liveCursor,
  };
  const done = takeDone(event, ['closed', 'lifted']);
  const rest = { ...shared, plan, done, today: dateIn(centre.zone, Date.now()), key: crypto.randomUUID() };
  const none: { impact: Impact | undefined; problem: Problem | undefined } = { impact: undefined, problem: undefined };
  if (field) return { ...rest, ...none, problem: await unreadableProblem(event, centre.zone, field) };
  if (!planned) return { ...rest, ...none };
  // Asked as a change is, so that problems come back to the form.
  const result = await locals.graphql.mutate(ClosureImpact, { input: inputOf(plan, centre) });
  return result.ok
    ? { ...rest, ...none, impact: result.data.closureImpact as Impact | undefined }
    : { ...rest, ...none, problem: result.problem as Problem | undefined };
};

interface CloseAnswer {
  readonly answers: Answers;
  readonly impact?: Impact;
  readonly problem?: Problem;
}

export const actions = {
  close: async (event) => {
    const { values } = await readForm(event, z.record(z.string(), z.unknown()));
    const { locals, params, url } = event;
    const { desk } = await locals.graphql.query(ClosuresOfDesk, { slug: params.centre });
    const { centre } = desk;
    const plan = readClosure((name) => url.searchParams.get(name), locales);
    const answers = readAnswers(values);
    const field = unreadable(plan);
    if (field) return fail<CloseAnswer>(400, { answers, problem: await unreadableProblem(event, centre.zone, field) });
    const result = await locals.graphql.mutate(CloseTime, {
      input: { ...inputOf(plan, centre), decisions: decisionsOf(answers), idempotencyKey: String(values.key) },
    });
    if (!result.ok) return fail<CloseAnswer>(statusOf[result.problem.code], { answers, problem: result.problem });
    const { closeTime } = result.data;
    if (closeTime.__typename === 'ImpactUnseen') return fail<CloseAnswer>(409, { answers, impact: closeTime.impact });
    return goDone(event, `/desk/${params.centre}/closures`, 'closed');
  },
  lift: action(
    z.object({ closureId: text, version: whole, offerBack: ticked }),
    LiftClosure,
    (input) => ({ input }),
    (_data, event) => goDone(event, `/desk/${event.params.centre}/closures`, 'lifted'),
  ),
};
