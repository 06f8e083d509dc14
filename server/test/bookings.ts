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
  answerBy: string | null;
  checkedInAt: string | null;
  finishedAt: string | null;
  ending: EndingFields | null;
  unit: { id: string };
  equipment: { id: string };
  booker: { id: string } | null;
  actingFor: { __typename: string; id: string } | null;
  viewerCan: { move: boolean; cancel: boolean; cancelWithReason: boolean; answer: boolean };
}

export interface EndingFields {
  by: string;
  personName: string | null;
  reason: string;
  at: string;
}

export interface AlternativeFields {
  kind: string;
  startsAt: string;
  endsAt: string;
  distance: number | null;
  unit: { id: string };
  equipment: { id: string };
}

export const bookingFields = `id startsAt endsAt state purpose version answerBy checkedInAt finishedAt ending { by personName reason at } unit { id } equipment { id } booker { id }
  actingFor { __typename ... on Organisation { id } ... on Centre { id } } viewerCan { move cancel cancelWithReason answer }`;
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

/** Asks to agree to a request as a person. */
export async function askToApprove(world: World, person: string | null, input: { bookingId: string; version: number }) {
  const { data, code, errors } = await world.ask<{ approveBooking: BookingAnswer }>(
    person,
    `mutation ($input: ApproveBookingInput!) { approveBooking(input: $input) { ${result} } }`,
    { input },
  );
  return { answer: data?.approveBooking, code, errors };
}

/** Asks to decline a request as a person. */
export async function askToDecline(
  world: World,
  person: string | null,
  input: { bookingId: string; version: number; reason: string },
) {
  const { data, code, errors } = await world.ask<{ declineBooking: BookedFields }>(
    person,
    `mutation ($input: DeclineBookingInput!) { declineBooking(input: $input) { ${bookingFields} } }`,
    { input },
  );
  return { answer: data?.declineBooking, code, errors };
}

/** Asks to cancel a booking as a person. */
export async function askToCancel(
  world: World,
  person: string | null,
  input: { bookingId: string; version: number; reason?: string },
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

/** Checks in or out, extends or marks as missed, as a person. */
export async function attend(
  world: World,
  person: string | null,
  mutation: 'checkInBooking' | 'checkOutBooking' | 'markNoShow' | 'extendBooking',
  input: { bookingId: string; version: number; endsAt?: string },
) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const fields = mutation === 'extendBooking' ? result : bookingFields;
  const { data, code, errors } = await world.ask<Record<string, BookedFields & BookingAnswer>>(
    person,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} } }`,
    { input },
  );
  const answer = data?.[mutation];
  const booking: BookedFields | undefined = mutation === 'extendBooking' ? answer?.booking : answer;
  return { booking, reasons: answer?.reasons, code, message: errors?.[0]?.message };
}

/** What somebody may take back now, the last first. */
export async function undoableOf(world: World, person: string) {
  const { data } = await world.ask<{ undoable: { id: string; act: string; until: string; booking: { id: string } }[] }>(
    person,
    '{ undoable { id act until booking { id } } }',
  );
  return data?.undoable ?? [];
}

/** Takes back what somebody did, the last of it where it is not said what. */
export async function undo(world: World, person: string | null, id?: string) {
  const { data, code, errors } = await world.ask<{ undo: BookingAnswer }>(
    person,
    `mutation ($id: ID!) { undo(id: $id) { __typename ... on Undone { booking { ${bookingFields} } }
      ... on BookingRefused { reasons { condition message remedy suggestedStart } } } }`,
    { id: id ?? (person && (await undoableOf(world, person))[0]?.id) ?? '' },
  );
  return { booking: data?.undo.booking, reasons: data?.undo.reasons, code, message: errors?.[0]?.message };
}
