import { randomUUID } from 'node:crypto';
import { alternativeFields } from './bookings.ts';
import type { World } from './world.ts';

export interface HoldFields {
  id: string;
  state: string;
  startsAt: string;
  endsAt: string;
  expiresAt: string;
  equipment: { id: string };
  unit: { id: string };
}

/** What a test reads of a hold or of why there is none. */
export interface HoldAnswer {
  __typename: 'TimeHeld' | 'BookingRefused';
  token?: string;
  hold?: HoldFields;
  reasons?: { condition: string; message: string; remedy: string | null }[];
  alternatives?: { kind: string }[];
}

export interface HoldWish {
  equipmentId: string;
  startsAt: string;
  endsAt: string;
  unitId?: string;
  token?: string;
  earlierToken?: string;
}

const fields = 'id state startsAt endsAt expiresAt equipment { id } unit { id }';
const result = `__typename ... on TimeHeld { token hold { ${fields} } }
  ... on BookingRefused { reasons { condition message remedy } alternatives { ${alternativeFields} } }`;
const document = `mutation ($input: HoldTimeInput!) { holdTime(input: $input) { ${result} } }`;

type Options = Parameters<World['ask']>[3];

/** Asks to hold a time as a person or a visitor, by a new secret unless one is given. */
export async function askToHold(world: World, person: string | null, wish: HoldWish, options?: Options) {
  const input = { token: randomUUID(), ...wish };
  const { data, code, errors } = await world.ask<{ holdTime: HoldAnswer }>(person, document, { input }, options);
  return { answer: data?.holdTime, hold: data?.holdTime?.hold, token: data?.holdTime?.token ?? '', code, errors };
}

const withToken =
  (kind: 'query' | 'mutation', name: 'hold' | 'claimHold' | 'releaseHold') =>
  async (world: World, person: string | null, token: string, { replace = false } = {}) => {
    const further = replace ? ', replace: true' : '';
    const { data, code } = await world.ask<Record<typeof name, HoldFields | null>>(
      person,
      `${kind} ($token: String!) { ${name}(token: $token${further}) { ${fields} } }`,
      { token },
    );
    return { hold: data?.[name], code };
  };

export const askForHold = withToken('query', 'hold');
export const askToClaim = withToken('mutation', 'claimHold');
export const askToRelease = withToken('mutation', 'releaseHold');
