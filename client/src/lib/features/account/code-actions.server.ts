import { type ActionFailure, fail, type RequestEvent, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { askAuth, nextOf } from '#lib/api/account.server.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { text } from '#lib/forms/schema.server.ts';
import { href } from '#lib/i18n/locale.ts';
import type { AccountRefused } from './account-action.server.ts';
import { accountErrors, refusedBy } from './account-form.rules.ts';

/** What the forms of signing up and of the code get back; under names of their own, as other forms share the page. */
export interface CodeForms {
  readonly signUp?: AccountRefused;
  readonly code?: AccountRefused & { readonly resentTo?: string };
}

type Answered = Promise<ActionFailure<CodeForms> | CodeForms>;

interface SignUp {
  /** Where the code leads on to, from whatever device. Runs once the fields are in order, so it may hold what was picked. */
  next(event: RequestEvent): string | Promise<string>;
  /** The page that shows the code field. */
  codePage(event: RequestEvent, next: string): string;
}

/** The action of `SignUpForm`: keeps what was typed until the code comes. It leads on, so that the page gets the cookie. */
export const signUpAction =
  ({ next, codePage }: SignUp) =>
  async (event: RequestEvent): Answered => {
    const { values, typed } = await readForm(event, z.object({ name: text, email: text, password: text }));
    const errors = accountErrors(values, 'optional');
    if (Object.keys(errors).length > 0) return fail(400, { signUp: { typed, errors } });
    const address = await next(event);
    const sent = { ...values, email: values.email.trim(), locale: event.locals.locale, next: address };
    const outcome = await askAuth(event, '/email-code/sign-up', sent);
    if (!outcome.ok) return fail(outcome.status, { signUp: { typed, errors: refusedBy(outcome) } });
    redirect(303, codePage(event, address));
  };

/** The actions of `CodeForm`, for every page that shows it. */
export const codeActions = {
  /** Begins the session and leads there where the reader wanted to go on. */
  async enterCode(event: RequestEvent): Answered {
    const { code } = (await readForm(event, z.object({ code: text }))).values;
    if (code.trim() === '') return fail(400, { code: { typed: {}, errors: { code: 'entry.error.emailCodeMissing' } } });
    const outcome = await askAuth(event, '/email-code/enter', { code });
    if (!outcome.ok) return fail(outcome.status, { code: { typed: {}, errors: refusedBy(outcome) } });
    redirect(303, wayOn(event, outcome.answer));
  },

  /** Sends another code, to another address where one was typed. */
  async sendCodeAgain(event: RequestEvent): Answered {
    const { values, typed } = await readForm(event, z.object({ email: text }));
    const email = values.email.trim();
    const errors = email === '' ? {} : accountErrors({ email }, 'existing');
    if (errors.email) return fail(400, { code: { typed, errors } });
    const outcome = await askAuth(event, '/email-code/send-again', email === '' ? {} : { email });
    if (!outcome.ok) return fail(outcome.status, { code: { typed, errors: refusedBy(outcome) } });
    return { code: { typed: {}, errors: {}, resentTo: email } };
  },
};

/** Where an answer of the account API leads. */
export const wayOn = (event: RequestEvent, answer: Readonly<Record<string, unknown>>): string =>
  typeof answer.next === 'string' ? answer.next : nextOf(event, href(event.locals.locale, '/'));
