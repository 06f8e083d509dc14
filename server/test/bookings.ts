import type { World } from './world.ts';

/** What a test reads of a booking or of why there is none. */
export interface BookingAnswer {
  __typename: 'Booked' | 'BookingRefused';
  repeated?: boolean;
  booking?: BookedFields;
  reasons?: { condition: string; message: string; remedy: string | null; suggestedStart: string | null }[];
  alternatives?: AlternativeFields[];
}

export interface BookedFields {
  id: string;
  startsAt: string;
  endsAt: string;
  state: string;
  purpose: string;
  version: number;
  cancelledAt: string | null;
  unit: { id: string };
  equipment: { id: string };
  booker: { id: string } | null;
  actingFor: { __typename: string; id: string } | null;
  viewerCan: { move: boolean; cancel: boolean };
}

export interface AlternativeFields {
  kind: string;
  startsAt: string;
  endsAt: string;
  distance: number | null;
  unit: { id: string };
  equipment: { id: string };
}

export const bookingFields = `id startsAt endsAt state purpose version cancelledAt unit { id } equipment { id } booker { id }
  actingFor { __typename ... on Organisation { id } ... on Centre { id } } viewerCan { move cancel }`;
export const alternativeFields = 'kind startsAt endsAt distance unit { id } equipment { id }';
const result = `__typename ... on Booked { repeated booking { ${bookingFields} } }
  ... on BookingRefused { reasons { condition message remedy suggestedStart } alternatives { ${alternativeFields} } }`;

type Options = Parameters<World['ask']>[3];
let keys = 0;
/** A key that no other request of this test file uses. */
export function newKey(): string {
  keys += 1;
  return `key ${keys}`;
}

export interface BookingWish {
  equipmentId: string;
  startsAt: string;
  endsAt: string;
  unitId?: string;
  purpose?: string;
  idempotencyKey?: string;
}

/** Asks to book as a person. */
export async function ask(world: World, person: string | null, wish: BookingWish, options?: Options) {
  const { data, code, errors } = await world.ask<{ bookEquipment: BookingAnswer }>(
    person,
    `mutation ($input: BookEquipmentInput!) { bookEquipment(input: $input) { ${result} } }`,
    { input: { idempotencyKey: newKey(), ...wish } },
    options,
  );
  return { answer: data?.bookEquipment, code, errors };
}

export interface MoveWish {
  bookingId: string;
  startsAt: string;
  endsAt: string;
  version: number;
  unitId?: string;
  idempotencyKey?: string;
}

/** Asks to move a booking as a person. */
export async function askToMove(world: World, person: string | null, wish: MoveWish, options?: Options) {
  const { data, code, errors } = await world.ask<{ moveBooking: BookingAnswer }>(
    person,
    `mutation ($input: MoveBookingInput!) { moveBooking(input: $input) { ${result} } }`,
    { input: { idempotencyKey: newKey(), ...wish } },
    options,
  );
  return { answer: data?.moveBooking, code, errors };
}

/** Asks to cancel a booking as a person. */
export async function askToCancel(
  world: World,
  person: string | null,
  input: { bookingId: string; version: number },
  options?: Options,
) {
  const { data, code, errors } = await world.ask<{ cancelBooking: BookedFields }>(
    person,
    `mutation ($input: CancelBookingInput!) { cancelBooking(input: $input) { ${bookingFields} } }`,
    { input },
    options,
  );
  return { answer: data?.cancelBooking, code, errors };
}
