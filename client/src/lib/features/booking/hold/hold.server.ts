import { type RequestEvent, redirect } from '@sveltejs/kit';
import { type FragmentOf, graphql } from '#lib/api/graphql.ts';
import { type KeptHold, keptHold, keptText } from './kept-hold.rules.ts';

const HeldFields = graphql(`
  fragment HeldFields on Hold { id state startsAt endsAt expiresAt equipment { id } unit { id } }
`);
const Held = graphql(`query Held($token: String!) { hold(token: $token) { ...HeldFields } }`, [HeldFields]);
const Claim = graphql(
  `mutation Claim($token: String!, $replace: Boolean!) {
    claimHold(token: $token, replace: $replace) { ...HeldFields }
  }`,
  [HeldFields],
);
const Release = graphql(`mutation Release($token: String!) { releaseHold(token: $token) { id } }`);
const HoldTime = graphql(`
  mutation HoldTime($input: HoldTimeInput!) {
    holdTime(input: $input) { __typename ... on TimeHeld { token } }
  }
`);

/** A time that is held for the reader, or was until a moment ago. */
export type Held = FragmentOf<typeof HeldFields>;

/** The secret of the browser's hold; it outlives the hold, so that the page can say that it is over. */
const cookie = 'talka-hold';
const anHour = 60 * 60;

/** The parameter of an address that brings a hold to another device, as the link in a letter does. */
export const holdParameter = 'hold';

function keep(event: RequestEvent, hold: KeptHold): void {
  const secure = event.url.protocol === 'https:';
  event.cookies.set(cookie, keptText(hold), { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: anHour });
}

function kept(event: RequestEvent): KeptHold | undefined {
  const text = event.cookies.get(cookie);
  return text ? keptHold(text) : undefined;
}

export interface Wanted {
  readonly equipmentId: string;
  readonly unitId: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Makes repetitions of one wish recognisable; nobody else knows it, so it is the secret of the hold too. */
  readonly key: string;
}

/**
 * Holds a picked time for this browser, in place of what it held before, and returns the secret. Undefined where it
 * cannot be held: the page then says why it cannot be booked, and whoever signs up goes on all the same.
 */
export async function holdPicked(event: RequestEvent, { key, ...time }: Wanted): Promise<string | undefined> {
  const input = { ...time, token: key, earlierToken: kept(event)?.token ?? null };
  const result = await event.locals.graphql.mutate(HoldTime, { input });
  const token = result.ok && result.data.holdTime.__typename === 'TimeHeld' ? result.data.holdTime.token : undefined;
  if (token) keep(event, { token, chosen: true });
  return token;
}

/** What this browser holds, of whatever equipment; as it is. */
export async function readHeld(event: RequestEvent): Promise<Held | null> {
  const token = kept(event)?.token;
  return token ? (await event.locals.graphql.query(Held, { token })).hold : null;
}

/** Lets go of what this browser holds. */
export async function releaseHeld(event: RequestEvent): Promise<void> {
  const token = kept(event)?.token;
  if (token) await event.locals.graphql.mutate(Release, { token });
  event.cookies.delete(cookie, { path: '/' });
}

/**
 * What this browser holds of an equipment. Once its reader is signed in the hold becomes theirs, so that they can book
 * the time; one that a link brought does not take the place of what they hold already. An address that brings a hold
 * leads to the same one without it.
 */
export async function loadHeld(event: RequestEvent, equipmentId: string, signedIn: boolean): Promise<Held | null> {
  const brought = event.url.searchParams.get(holdParameter);
  if (brought) {
    if (!kept(event)) keep(event, { token: brought, chosen: false });
    const url = new URL(event.url);
    url.searchParams.delete(holdParameter);
    redirect(303, url.pathname + url.search);
  }
  const hold = kept(event);
  if (!hold) return null;
  const held = signedIn ? await claim(event, hold) : await readHeld(event);
  if (held?.state === 'HELD' || held?.state === 'EXPIRED') return held.equipment.id === equipmentId ? held : null;
  event.cookies.delete(cookie, { path: '/' });
  return null;
}

async function claim(event: RequestEvent, { token, chosen }: KeptHold): Promise<Held | null> {
  const result = await event.locals.graphql.mutate(Claim, { token, replace: chosen });
  return result.ok ? result.data.claimHold : null;
}
