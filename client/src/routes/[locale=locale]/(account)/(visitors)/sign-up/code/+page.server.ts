import { fail, redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { askAuth } from '#lib/api/account.server.ts';
import { refusedBy } from '#lib/features/account/account-form.rules.ts';
import { codeActions, wayOn } from '#lib/features/account/code-actions.server.ts';
import { readLinkedCode, readPendingCode } from '#lib/features/account/pending-code.server.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { text } from '#lib/forms/schema.server.ts';

export const load = async (event) => {
  const token = event.url.searchParams.get('token');
  const linked = token === null ? null : await readLinkedCode(event, token);
  return { token, linked, pending: token === null ? await readPendingCode(event) : null };
};

export const actions = {
  ...codeActions,
  /** What the link leads to; a button, since programs that look for bad links follow every one of them. */
  followLink: async (event) => {
    const { token } = (await readForm(event, z.object({ token: text }))).values;
    const outcome = await askAuth(event, '/email-code/follow', { token });
    if (!outcome.ok) return fail(outcome.status, { link: refusedBy(outcome) });
    redirect(303, wayOn(event, outcome.answer));
  },
};
