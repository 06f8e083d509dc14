import { type ActionFailure, fail, type RequestEvent } from '@sveltejs/kit';
import type { AnyVariables, TypedDocumentNode } from '@urql/core';
import type * as z from 'zod';
import { readForm } from '#lib/forms/read-form.server.ts';
import { type Problem, statusOf } from './errors.ts';
import type { Given } from './load.server.ts';

/** Why a form was not accepted, with what was typed. */
export interface Refused {
  readonly typed: Partial<Record<string, string>>;
  readonly problem: Problem;
}

/** The answer of a form whose request was refused. */
export const refuse = (problem: Problem, typed: Refused['typed'] = {}): ActionFailure<Refused> =>
  fail(statusOf[problem.code], { typed, problem });

/**
 * A form action that reads the form by a schema, sends one mutation and goes on with its answer. A refusal returns to
 * the form as `form.problem`, with what was typed as `form.typed`.
 */
export function action<
  Schema extends z.ZodType,
  Data,
  Variables extends AnyVariables,
  Done,
  Event extends RequestEvent = RequestEvent,
>(
  schema: Schema,
  document: TypedDocumentNode<Data, Variables>,
  toVariables: (values: z.output<Schema>, event: Event) => Variables,
  done: (data: Data, event: Event, typed: Refused['typed']) => Done | Promise<Done>,
): (event: Event) => Promise<Done | ActionFailure<Refused>> {
  return async (event) => {
    const { values, typed } = await readForm(event, schema);
    const variables = [toVariables(values, event)] as unknown as Given<Variables>;
    const result = await event.locals.graphql.mutate(document, ...variables);
    return result.ok ? done(result.data, event, typed) : refuse(result.problem, typed);
  };
}
