import { type ActionFailure, fail, type RequestEvent } from '@sveltejs/kit';
import * as z from 'zod';
import { askAuth } from '#lib/api/account.server.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { text } from '#lib/forms/schema.server.ts';
import {
  type AccountErrors,
  type AccountField,
  accountErrors,
  type PasswordKind,
  refusedBy,
} from './account-form.rules.ts';

type Values<Field extends AccountField> = Readonly<Record<Field, string>>;

interface AccountForm<Field extends AccountField, Done> {
  readonly fields: readonly Field[];
  /** An existing one where left out. */
  readonly password?: PasswordKind;
  /** What the account API is asked, with spaces around names and addresses taken off. */
  ask(values: Values<Field>, event: RequestEvent): readonly [path: `/${string}`, body: object];
  done(answer: Readonly<Record<string, unknown>>, event: RequestEvent, values: Values<Field>): Done | Promise<Done>;
}

/** Why an account form was not accepted, with what was typed. */
export interface AccountRefused {
  readonly typed: Partial<Record<string, string>>;
  readonly errors: AccountErrors;
}

/** A form action that asks the account API once its fields are in order. */
export function accountAction<Field extends AccountField, Done>(
  form: AccountForm<Field, Done>,
): (event: RequestEvent) => Promise<Done | ActionFailure<AccountRefused>> {
  const schema = z.object(Object.fromEntries(form.fields.map((field) => [field, text])));
  return async (event) => {
    const { values: sent, typed } = await readForm(event, schema);
    const errors = accountErrors(sent, form.password ?? 'existing');
    if (Object.keys(errors).length > 0) return fail(400, { typed, errors });
    const values = Object.fromEntries(
      Object.entries(sent).map(([name, value]) => [name, name === 'password' ? value : value.trim()]),
    ) as Values<Field>;
    const outcome = await askAuth(event, ...form.ask(values, event));
    return outcome.ok
      ? form.done(outcome.answer, event, values)
      : fail(outcome.status, { typed, errors: refusedBy(outcome) });
  };
}
