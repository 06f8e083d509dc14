import { error, type RequestEvent, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { action } from '#lib/api/action.server.ts';
import { goDone, takeDone } from '#lib/api/done.server.ts';
import {
  DuplicateMachine,
  EditMachine,
  Machine,
  PublishMachine,
  WithdrawMachine,
} from '#lib/features/machines/machine.documents.ts';
import { findSteward, readSent, refuseMachine, unreadableProblem } from '#lib/features/machines/machine.server.ts';
import { clashes, draftOf, inputOf } from '#lib/features/machines/machine-draft.rules.ts';
import { text, whole } from '#lib/forms/schema.server.ts';
import { href } from '#lib/i18n/locale.ts';

async function find({ locals, params }: Pick<RequestEvent, 'locals' | 'params'>) {
  const { equipmentRecord } = await locals.graphql.query(Machine, { id: params.id ?? '' });
  return equipmentRecord.equipment.centre.slug === params.centre ? equipmentRecord : error(404);
}

export const load = async (event) => {
  const record = await find(event);
  return {
    record,
    draft: draftOf(record, event.locals.locale),
    done: takeDone(event, ['created', 'saved', 'published', 'withdrawn']),
    key: crypto.randomUUID(),
  };
};

const here = ({ params }: Pick<RequestEvent, 'params'>) =>
  `/desk/${params.centre ?? ''}/equipment/${params.id ?? ''}` as const;
const versioned = z.object({ version: whole });

export const actions = {
  save: async (event) => {
    const { draft, version } = await readSent(event);
    const record = await find(event);
    const { type } = record.equipment;
    const steward = await findSteward(event, draft.steward);
    const problem = steward.problem ?? (await unreadableProblem(event, draft, type));
    if (problem) return refuseMachine(draft, problem, { version });
    const input = { ...inputOf(draft, type, steward.id), equipmentId: record.id, version };
    const result = await event.locals.graphql.mutate(EditMachine, { input });
    if (!result.ok && result.problem.code === 'STALE_VERSION') {
      const saved = await find(event);
      const more = { version: saved.version, clashes: clashes(draft, draftOf(saved, event.locals.locale)) };
      return refuseMachine(draft, result.problem, more);
    }
    if (!result.ok) return refuseMachine(draft, result.problem, { version });
    return goDone(event, here(event), 'saved');
  },
  publish: action(
    versioned,
    PublishMachine,
    ({ version }, { params }: RequestEvent) => ({ input: { equipmentId: params.id ?? '', version } }),
    (_data, event) => goDone(event, here(event), 'published'),
  ),
  withdraw: action(
    versioned,
    WithdrawMachine,
    ({ version }, { params }: RequestEvent) => ({ input: { equipmentId: params.id ?? '', version } }),
    (_data, event) => goDone(event, here(event), 'withdrawn'),
  ),
  duplicate: action(
    z.object({ key: text }),
    DuplicateMachine,
    ({ key }, { params }: RequestEvent) => ({ input: { equipmentId: params.id ?? '', idempotencyKey: key } }),
    ({ duplicateEquipment }, { params, locals }) =>
      redirect(303, href(locals.locale, `/desk/${params.centre ?? ''}/equipment/${duplicateEquipment.id}`)),
  ),
};
