import { error, fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod';
import { refuse } from '#lib/api/action.server.ts';
import { goDone, takeDone } from '#lib/api/done.server.ts';
import { graphql } from '#lib/api/graphql.ts';
import { inputOfRules, type Rules } from '#lib/features/machines/rules.rules.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { readDate } from '#lib/time/local-day.rules.ts';
import { dateIn } from '#lib/time/local-days.server.ts';

const RulesToChange = graphql(`
  query RulesToChange($id: ID!) {
    equipmentRecord(id: $id) {
      id version
      equipment {
        id name
        centre { slug zone }
        rules {
          audience approval gridMinutes minimumMinutes maximumMinutes leadMinutes horizonDays
          bufferBeforeMinutes bufferAfterMinutes
        }
      }
    }
  }
`);

const RulesPreview = graphql(`
  query RulesPreview($visitor: RulesPreviewInput!, $member: RulesPreviewInput!, $elsewhere: RulesPreviewInput!) {
    visitor: bookingRulesPreview(input: $visitor) { firstAt lastAt outcome reason }
    member: bookingRulesPreview(input: $member) { firstAt lastAt outcome reason }
    elsewhere: bookingRulesPreview(input: $elsewhere) { firstAt lastAt outcome reason }
  }
`);

const ChangeRules = graphql(`
  mutation ChangeRules($input: ChangeBookingRulesInput!) { changeBookingRules(input: $input) { id version } }
`);

type Event = Pick<RequestEvent, 'locals' | 'params'>;

async function find({ locals, params }: Event) {
  const { equipmentRecord } = await locals.graphql.query(RulesToChange, { id: params.id ?? '' });
  return equipmentRecord.equipment.centre.slug === params.centre ? equipmentRecord : error(404);
}

/** What the three readers see of a day; a problem where the rules cannot hold. */
function previewOf({ locals, params }: Event, rules: Rules, date: string) {
  const of = (as: 'VISITOR' | 'MEMBER' | 'ELSEWHERE') => ({ equipmentId: params.id ?? '', rules, as, date });
  // Asked as a change is, so that problems come back to the form.
  return locals.graphql.mutate(RulesPreview, {
    ...{ visitor: of('VISITOR'), member: of('MEMBER'), elsewhere: of('ELSEWHERE') },
  });
}

export const load = async (event) => {
  const record = await find(event);
  const { rules, centre } = record.equipment;
  const today = dateIn(centre.zone, Date.now() + 86_400_000);
  const date = readDate(event.url.searchParams.get('date')) ?? today;
  const preview = await previewOf(event, rules, date);
  return { record, rules, date, preview: preview.ok ? preview.data : null, done: takeDone(event, ['saved']) };
};

const anything = z.record(z.string(), z.unknown());

async function read(event: RequestEvent) {
  const { values, typed } = await readForm(event, anything);
  return { rules: inputOfRules(typed), typed, version: Number(values.version) || 0, date: readDate(typed.date) };
}

export const actions = {
  preview: async (event) => {
    const { rules, typed, date } = await read(event);
    const zone = (await find(event)).equipment.centre.zone;
    const day = date ?? dateIn(zone, Date.now());
    const preview = await previewOf(event, rules, day);
    if (!preview.ok) return refuse(preview.problem, typed);
    return { typed, preview: preview.data, date: day };
  },
  save: async (event) => {
    const { rules, typed, version } = await read(event);
    const input = { equipmentId: event.params.id, version, rules };
    const result = await event.locals.graphql.mutate(ChangeRules, { input });
    if (!result.ok && result.problem.code === 'STALE_VERSION') {
      const saved = await find(event);
      return fail(409, { typed, problem: result.problem, saved: saved.equipment.rules, version: saved.version });
    }
    if (!result.ok) return refuse(result.problem, typed);
    return goDone(event, `/desk/${event.params.centre}/equipment/${event.params.id}/rules`, 'saved');
  },
};
