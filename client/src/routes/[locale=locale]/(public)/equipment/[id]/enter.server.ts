import { redirect } from '@sveltejs/kit';
import * as z from 'zod';
import { signUpAction } from '#lib/features/account/code-actions.server.ts';
import { holdParameter, holdPicked, releaseHeld } from '#lib/features/booking/hold/hold.server.ts';
import { pickedFields } from '#lib/features/booking/pick/picked-fields.server.ts';
import { readForm } from '#lib/forms/read-form.server.ts';
import { href } from '#lib/i18n/locale.ts';
import type { RequestEvent } from './$types.d.ts';

const picked = z.object(pickedFields);

/** The page as it is asked for, without the name of the form's action. */
function here({ url }: RequestEvent): URLSearchParams {
  const query = new URLSearchParams(url.search);
  for (const name of [...query.keys()]) if (name.startsWith('/')) query.delete(name);
  return query;
}
const address = ({ url }: RequestEvent, query: URLSearchParams): string =>
  `${url.pathname}?${query.toString().replaceAll('%3A', ':')}`;

/** Holds the picked time; the address leads back to it, and brings the hold along to another device. */
async function holdHere(event: RequestEvent, values: z.output<typeof picked>): Promise<string> {
  const token = await holdPicked(event, { ...values, equipmentId: event.params.id });
  const query = here(event);
  if (token) query.set(holdParameter, token);
  return address(event, query);
}

/** Signing up in place: the picked time is held, and the page shows the field for the code. */
export async function signUp(event: RequestEvent) {
  const { values } = await readForm({ request: event.request.clone() }, picked);
  const action = signUpAction({
    next: () => holdHere(event, values),
    codePage: () => `${address(event, here(event))}#code`,
  });
  return action(event);
}

/** Whoever has an account signs in, and comes back to the time that is held meanwhile. */
export async function signIn(event: RequestEvent) {
  const { values } = await readForm(event, picked);
  await holdHere(event, values);
  redirect(303, `${href(event.locals.locale, '/sign-in')}?next=${encodeURIComponent(address(event, here(event)))}`);
}

export async function release(event: RequestEvent) {
  await releaseHeld(event);
  redirect(303, address(event, here(event)));
}
