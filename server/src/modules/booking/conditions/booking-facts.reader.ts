import { may } from '../../../access/rights.rules.ts';
import type { Context } from '../../../platform/context/context.ts';
import { badInput, notFound } from '../../../shared/errors.ts';
import { isId } from '../../../shared/ids/ids.ts';
import { standingOf } from '../bookings/booking.policy.ts';
import { type BookableRequest, type BookingRequest, readBookableEquipment } from './bookable-equipment.reader.ts';
import type { RequestFacts } from './condition.rules.ts';
import { type BookingFacts, type ConditionCheck, readConditionFacts } from './conditions.ts';
import { wantedTimeProblems } from './wanted-time.rules.ts';

/** A request with everything that decides about it. */
export interface KnownRequest {
  readonly request: BookableRequest;
  readonly facts: BookingFacts;
}

/** Every reason against a request, with what other ways to the same end are looked for by. */
export interface BookingRefusal extends KnownRequest {
  readonly reasons: readonly ConditionCheck[];
}

/**
 * What decides about a request as things are now. With `lock` the rules of the equipment stay as they were read until
 * the transaction ends. Throws BAD_INPUT for a time that cannot be asked about, NOT_FOUND for equipment or a unit of
 * it that never was.
 */
export async function readBookingFacts(ctx: Context, wanted: BookingRequest, lock = false): Promise<KnownRequest> {
  const { equipmentId, unitId, startsAt, endsAt, movingId, requester, holdId, extending } = wanted;
  const problems = wantedTimeProblems(wanted);
  if (problems.length > 0) throw badInput(problems);
  if (!isId(equipmentId) || (unitId && !isId(unitId))) throw notFound();
  const found = (await readBookableEquipment(ctx, [equipmentId], lock)).get(equipmentId);
  if (!found) throw notFound();
  const equipment = { ...found, rules: { ...found.rules, ...extending } };
  const request: BookableRequest = {
    ...{ equipmentId, unitId, startsAt, endsAt, movingId, requester, holdId, extending },
    equipment,
  };
  const [known] = await readFactsOf(ctx, [request]);
  if (!known) throw notFound();
  return known;
}

/** The facts of many requests, in their order, in as many statements as of one. */
export async function readFactsOf(ctx: Context, requests: readonly BookableRequest[]): Promise<KnownRequest[]> {
  const read = await readConditionFacts(ctx, requests);
  return requests.flatMap((request, index) => {
    const facts = read[index];
    return facts ? [{ request, facts: { ...requestFacts(ctx, request), ...facts } }] : [];
  });
}

function requestFacts(
  ctx: Context,
  { startsAt, endsAt, movingId, requester, extending, equipment }: BookableRequest,
): RequestFacts {
  const { rules, centreId, centreName, zone } = equipment;
  const booker = standingOf(requester ?? ctx.actor, { audience: rules.audience, centreId });
  return {
    now: ctx.now.getTime(),
    startsAt: startsAt.getTime(),
    endsAt: endsAt.getTime(),
    booker: { ...booker, other: requester !== undefined },
    staffAgree: requester !== undefined || (movingId !== undefined && may(ctx.actor, 'book-for-others', centreId)),
    startStands: extending !== undefined,
    // A request was made in time; how long its answer took is not the fault of who waits for it.
    rules: requester ? { ...rules, leadMinutes: 0 } : rules,
    ...{ centreName, zone, locale: ctx.locale },
  };
}
