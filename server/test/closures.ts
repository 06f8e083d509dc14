import { newId } from '../src/shared/ids/ids.ts';
import type { World } from './world.ts';

export interface ClosureWish {
  centreId?: string;
  equipmentId?: string;
  unitId?: string;
  kind?: string;
  startsAt?: string;
  endsAt: string;
  messages?: { language: string; text: string }[];
}

export interface DecisionsWish {
  fingerprint?: string | undefined;
  standard?: string;
  message?: string;
  rows?: {
    bookingId: string;
    action: string;
    reason?: string;
    to?: { unitId: string; startsAt: string; endsAt: string };
  }[];
}

export interface ClosureImpactFields {
  count: number;
  fingerprint: string;
  bookings: {
    nodes: {
      actions: string[];
      booking: { id: string; startsAt: string };
      alternatives: { kind: string; startsAt: string; endsAt: string; unit: { id: string } }[];
    }[];
  };
}

const impactFields = `count fingerprint bookings(first: 100) { nodes { actions booking { id startsAt }
  alternatives { kind startsAt endsAt unit { id } } } }`;

const inputOf = (wish: ClosureWish) => ({ kind: 'CLOSURE', messages: [], ...wish });

/** Asks whom a closure would touch. */
export async function impactOfClosure(world: World, person: string | null, wish: ClosureWish) {
  const { data, code, errors } = await world.ask<{ closureImpact: ClosureImpactFields }>(
    person,
    `query ($input: ClosureInput!) { closureImpact(input: $input) { ${impactFields} } }`,
    { input: inputOf(wish) },
  );
  return { impact: data?.closureImpact, code, errors };
}

interface CloseAnswer {
  __typename: string;
  repeated: boolean;
  closure: { id: string; version: number; givenWay: number };
  impact: ClosureImpactFields;
}

/** Asks to close something. */
export async function close(
  world: World,
  person: string | null,
  wish: ClosureWish & { decisions?: DecisionsWish; idempotencyKey?: string },
) {
  const { data, code, errors } = await world.ask<{ closeTime: CloseAnswer }>(
    person,
    `mutation ($input: CloseTimeInput!) { closeTime(input: $input) { __typename
      ... on TimeClosed { repeated closure { id version givenWay } }
      ... on ImpactUnseen { impact { count fingerprint bookings { nodes { actions booking { id startsAt } } } } } } }`,
    { input: { idempotencyKey: newId(), ...inputOf(wish) } },
  );
  const answer = data?.closeTime;
  return {
    closed: answer?.__typename === 'TimeClosed' ? answer.closure : undefined,
    unseen: answer?.__typename === 'ImpactUnseen' ? answer.impact : undefined,
    code,
    errors,
  };
}

/** Asks to give the time of a closure back. */
export async function lift(world: World, person: string | null, closureId: string, version = 1, offerBack = true) {
  const { data, code } = await world.ask<{ liftClosure: { offered: number } }>(
    person,
    'mutation ($input: LiftClosureInput!) { liftClosure(input: $input) { offered closure { liftedAt } } }',
    { input: { closureId, version, offerBack } },
  );
  return { offered: data?.liftClosure.offered, code };
}

export interface OfferFields {
  id: string;
  kind: string;
  state: string;
  startsAt: string;
  endsAt: string;
  expiresAt: string;
  message: string;
}

/** What is offered to somebody now. */
export async function offersOf(world: World, person: string) {
  const { data } = await world.ask<{ myTimeOffers: OfferFields[] }>(
    person,
    '{ myTimeOffers { id kind state startsAt endsAt expiresAt message } }',
  );
  return data?.myTimeOffers ?? [];
}

/** Takes or declines what is offered. */
export async function answerOffer(world: World, person: string | null, id: string, take: boolean) {
  const taken = `mutation ($id: ID!) { takeTimeOffer(id: $id) { __typename ... on Booked { booking { id startsAt state } }
    ... on BookingRefused { reasons { condition } } } }`;
  const declined = 'mutation ($id: ID!) { declineTimeOffer(id: $id) { state } }';
  const { data, code } = await world.ask<{
    takeTimeOffer?: {
      __typename: string;
      booking?: { id: string; startsAt: string; state: string };
      reasons?: { condition: string }[];
    };
  }>(person, take ? taken : declined, { id });
  return { answer: data?.takeTimeOffer, code };
}
