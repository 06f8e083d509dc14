import { newId } from '../src/shared/ids/ids.ts';
import type { World } from './world.ts';

export interface HoursFields {
  weekday: number;
  opens: string;
  closes: string;
}

/** The same hours on every day of the week. */
export const week = (opens: string, closes: string): HoursFields[] =>
  [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opens, closes }));

/** A plan as a client sends it; without special days where left out. */
export interface PlanWish {
  centreId?: string;
  equipmentId?: string;
  weekly: readonly HoursFields[];
  exceptions?: readonly object[];
}

export interface PlanFields {
  weekly: HoursFields[];
  exceptions: object[];
  version: number;
  centreId: string;
  equipmentId: string | null;
}

export interface ImpactFields {
  count: number;
  fingerprint: string;
  bookings: {
    nodes: { actions: string[]; booking: { id: string; startsAt: string } }[];
    pageInfo: { endCursor: string | null; hasNextPage: boolean };
  };
}

const planFields = `weekly { weekday opens closes } version centreId equipmentId
  exceptions { kind startsOn endsOn opens closes yearly messages { language text } }`;
const impactFields = (page = '') => `count fingerprint bookings${page} {
  nodes { actions booking { id startsAt booker { name } equipment { name } viewerCan { move cancel } } }
  pageInfo { endCursor hasNextPage }
}`;

/** Asks for the hours to change. */
export async function planOfHours(
  world: World,
  person: string | null,
  owner: { centreId?: string; equipmentId?: string },
) {
  const { data, code } = await world.ask<{ openingPlan: PlanFields }>(
    person,
    `query ($centreId: ID, $equipmentId: ID) {
      openingPlan(centreId: $centreId, equipmentId: $equipmentId) { ${planFields} } }`,
    { ...owner },
  );
  return { plan: data?.openingPlan, code };
}

/** Asks whom planned hours would touch. */
export async function impactOfHours(
  world: World,
  person: string | null,
  wish: PlanWish,
  page: { first?: number; after?: string | null } = {},
) {
  const { data, code } = await world.ask<{ openingHoursImpact: ImpactFields }>(
    person,
    `query ($input: OpeningPlanInput!, $first: Int, $after: String) {
      openingHoursImpact(input: $input) { ${impactFields('(first: $first, after: $after)')} } }`,
    { input: { exceptions: [], ...wish }, ...page },
  );
  return { impact: data?.openingHoursImpact, code };
}

interface ChangeAnswer {
  __typename: string;
  plan: PlanFields;
  repeated: boolean;
  impact: ImpactFields;
}

/** Asks for other hours. */
export async function changeHours(
  world: World,
  person: string | null,
  {
    fingerprint,
    ...wish
  }: PlanWish & {
    version: number;
    /** Of whom it was shown; they keep their bookings where nothing else is decided. */
    fingerprint?: string | null | undefined;
    decisions?: object;
    idempotencyKey?: string;
  },
) {
  const { data, code, errors } = await world.ask<{ changeOpeningHours: ChangeAnswer }>(
    person,
    `mutation ($input: ChangeOpeningHoursInput!) { changeOpeningHours(input: $input) { __typename
      ... on OpeningHoursSaved { repeated plan { ${planFields} } }
      ... on ImpactUnseen { impact { ${impactFields()} } } } }`,
    {
      input: {
        ...{ exceptions: [], idempotencyKey: newId(), ...wish },
        ...(fingerprint &&
          !wish.decisions && { decisions: { fingerprint, standard: 'KEEP', message: 'Kaip sutarta.' } }),
      },
    },
  );
  const answer = data?.changeOpeningHours;
  return {
    saved: answer?.__typename === 'OpeningHoursSaved' ? answer : undefined,
    unsaved: answer?.__typename === 'ImpactUnseen' ? answer : undefined,
    code,
    errors,
  };
}
