import { fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod';
import { type Problem, statusOf } from '#lib/api/errors.ts';
import { graphql } from '#lib/api/graphql.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import type { MachineType } from './machine.documents.ts';
import { type Clash, type MachineDraft, readMachine, unreadable } from './machine-draft.rules.ts';

/** What the form of a machine shows after an attempt. */
export interface MachineAnswer {
  readonly draft?: MachineDraft;
  readonly problem?: Problem;
  /** The version that was saved meanwhile, and where it differs. */
  readonly version?: number;
  readonly clashes?: readonly Clash[];
}

const anything = z.record(z.string(), z.unknown());

/** A sent form with what every form of a page sends beside it. */
export async function readSent(event: Pick<RequestEvent, 'request'>) {
  const { values } = await readForm(event, anything);
  return { draft: readMachine(values), version: Number(values.version) || 0, key: String(values.key ?? '') };
}

export const refuseMachine = (draft: MachineDraft, problem: Problem, more: MachineAnswer = {}) =>
  fail<MachineAnswer>(statusOf[problem.code], { draft, problem, ...more });

const PeopleNamed = graphql(`
  query PeopleNamed($slug: String!, $name: String!) {
    desk(centreSlug: $slug) { members(name: $name, first: 5) { nodes { person { id name } } } }
  }
`);

type Event = Pick<RequestEvent, 'locals' | 'params'>;

/** The person whose name was written as another steward; a problem where it is nobody's, or of several. */
export async function findSteward(
  { locals, params }: Event,
  typed: string,
): Promise<{ readonly id?: string; readonly problem?: Problem }> {
  const name = typed.trim();
  if (name === '') return {};
  const { desk } = await locals.graphql.query(PeopleNamed, { slug: params.centre ?? '', name });
  const people = desk.members.nodes.map(({ person }) => person);
  const exact = people.filter((person) => person.name.toLowerCase() === name.toLowerCase());
  const [found, ...others] = exact.length > 0 ? exact : people;
  if (found && others.length === 0) return { id: found.id };
  const { t } = await words(locals);
  return { problem: wrong(['steward'], found ? t('machines.stewards.several') : t('machines.stewards.nobody')) };
}

/** Numbers that are none could not even be sent to the API. */
export async function unreadableProblem(
  { locals }: Pick<Event, 'locals'>,
  draft: MachineDraft,
  type: MachineType,
): Promise<Problem | undefined> {
  const fields = unreadable(draft, type);
  if (fields.length === 0) return undefined;
  const { t } = await words(locals);
  return wrong(fields, t('machines.number'));
}

const words = async ({ locale }: Event['locals']) => createI18n(locale, await loadMessages(locale, 'machines'), 'UTC');

const wrong = (fields: readonly string[], message: string): Problem => ({
  ...{ code: 'BAD_INPUT', message, problems: fields.map((field) => ({ field, message })) },
});
