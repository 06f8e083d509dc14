import type { Actor } from '../../../../access/actor.rules.ts';
import { visitor } from '../../../../access/actor.rules.ts';
import { type Context, db } from '../../../../platform/context/context.ts';
import { translate } from '../../../../platform/i18n/translate.ts';
import type { FieldProblem } from '../../../../shared/field-problem.rules.ts';
import { isId } from '../../../../shared/ids/ids.ts';
import { type Interval, overlap } from '../../../../shared/time/interval.rules.ts';
import { type BookableRequest, readBookableEquipment } from '../../../booking/conditions/bookable-equipment.reader.ts';
import { type KnownRequest, readFactsOf } from '../../../booking/conditions/booking-facts.reader.ts';
import { withBuffers } from '../../../booking/conditions/condition.rules.ts';
import { decide } from '../../../booking/conditions/conditions.ts';
import { wantedTimeProblems } from '../../../booking/conditions/wanted-time.rules.ts';
import { openingOf } from '../../../opening-hours/hours/centre-opening.rules.ts';
import { readMembers } from '../../../people/acting-for/actor.reader.ts';
import type { Decided, Target } from '../answers.rules.ts';
import { allows } from '../ground.rules.ts';
import type { AffectedBooking, Impact } from '../impact.reader.ts';
import { readImpactAlternatives } from '../impact-alternatives.reader.ts';

/** A booking with the time that it is moved to, or that its holder is offered, and all that decides about that. */
export interface Placed extends KnownRequest {
  readonly decided: Decided<AffectedBooking>;
  readonly unitId: string;
  /** With buffers. */
  readonly during: Interval;
}

type Sought = Decided<AffectedBooking> & { readonly to: Target };

/** What stays refused to people themselves does not matter where the staff place their bookings. */
const ofAccounts: readonly string[] = ['signed_in', 'email_verified'];

/** Finds and checks a time for every booking that is moved or offered one, or tells everything that is wrong. */
export async function placeAll(
  tx: Context,
  impact: Impact,
  all: readonly Decided<AffectedBooking>[],
): Promise<{ readonly placed: Placed[]; readonly problems: FieldProblem[] }> {
  const { sought, problems } = await seek(
    tx,
    impact,
    all.filter(({ action }) => action === 'move' || action === 'offer'),
  );
  const givingWay = new Set(all.flatMap(({ action, booking }) => (action === 'keep' ? [] : [booking.id])));
  const requests = await requestsFor(tx, sought, givingWay, problems);
  const facts = await readFactsOf(
    tx,
    requests.map(({ request }) => request),
  );
  const placed: Placed[] = [];
  for (const [index, { row }] of requests.entries()) {
    const known = facts[index];
    if (!known) continue;
    const during = withBuffers(known.facts);
    const each = { ...known, decided: row, unitId: row.to.unitId, during };
    const problem =
      refusal(tx, impact, each) ?? (clashes(each, placed) ? ({ key: 'impact.twice' } as const) : undefined);
    if (problem) problems.push({ field: `${row.field}.to`, message: problem });
    placed.push(each);
  }
  return { placed, problems };
}

/** Gives the nearest free time to those for whom none was chosen. */
async function seek(tx: Context, impact: Impact, rows: readonly Decided<AffectedBooking>[]) {
  const problems: FieldProblem[] = [];
  const sought: Sought[] = [];
  const given: { readonly unitId: string; readonly time: Interval }[] = [];
  for (const row of rows) {
    const to = row.to ?? (await nearest(tx, impact, row, given));
    if (to) {
      sought.push({ ...row, to });
      given.push({ unitId: to.unitId, time: { start: to.startsAt.getTime(), end: to.endsAt.getTime() } });
    } else problems.push({ field: `bookings.${row.booking.id}`, message: { key: 'impact.noTime' } });
  }
  return { sought, problems };
}

async function nearest(
  tx: Context,
  impact: Impact,
  { booking, action }: Decided<AffectedBooking>,
  given: readonly { readonly unitId: string; readonly time: Interval }[],
): Promise<Target | undefined> {
  const found = await readImpactAlternatives(tx, impact, booking);
  const free = found.find(
    (other) =>
      (action === 'offer' || other.kind !== 'other_centre') &&
      !given.some(({ unitId, time }) => unitId === other.unitId && overlap(time, other)),
  );
  return free && { unitId: free.unitId, startsAt: new Date(free.start), endsAt: new Date(free.end) };
}

async function requestsFor(
  tx: Context,
  sought: readonly Sought[],
  givingWay: ReadonlySet<string>,
  problems: FieldProblem[],
): Promise<{ readonly row: Sought; readonly request: BookableRequest }[]> {
  const unitIds = [...new Set(sought.flatMap(({ to }) => (isId(to.unitId) ? [to.unitId] : [])))];
  if (unitIds.length === 0) {
    problems.push(...sought.map(({ field }) => ({ field: `${field}.to`, message: { key: 'impact.unit' } as const })));
    return [];
  }
  const units = await db(tx)
    .selectFrom('unit')
    .select(['id', 'equipment_id as equipmentId'])
    .where('id', 'in', unitIds)
    .execute();
  const equipmentOf = new Map(units.map(({ id, equipmentId }) => [id, equipmentId]));
  const equipment = await readBookableEquipment(tx, [...new Set(equipmentOf.values())], true);
  const holders = await readMembers(tx, [...new Set(sought.flatMap(({ booking }) => booking.bookerId ?? []))]);
  return sought.flatMap((row) => {
    const { to, booking, field } = row;
    const wrong = wantedTimeProblems(to);
    const known = equipment.get(equipmentOf.get(to.unitId) ?? '');
    problems.push(...wrong.map((problem) => ({ ...problem, field: `${field}.to.${problem.field}` })));
    if (!known) problems.push({ field: `${field}.to`, message: { key: 'impact.unit' } });
    if (wrong.length > 0 || !known) return [];
    const requester: Actor = (booking.bookerId !== null && holders.get(booking.bookerId)) || visitor;
    const place = { equipmentId: known.id, equipment: known, unitId: to.unitId };
    const time = { startsAt: to.startsAt, endsAt: to.endsAt, movingId: booking.id };
    return [{ row, request: { ...place, ...time, requester, givingWay } }];
  });
}

/** Why a booking cannot have the time, by everything that decides about it once the cause holds. */
function refusal(tx: Context, { cause, after }: Impact, { decided, request, facts, unitId, during }: Placed) {
  const here = request.equipment.centreId === cause.centreId;
  if (!here && decided.action === 'move') return { key: 'impact.otherCentre' } as const;
  const { booking } = decided;
  const booked = { start: facts.startsAt, end: facts.endsAt };
  const place = { ...booking, equipmentId: request.equipmentId, unitId, booked, occupied: during };
  const then = here ? { ...facts, ...openingOf(after.openings, request.equipmentId), zone: after.zone } : facts;
  const { outcome, reasons } = decide(then);
  const [reason] = reasons.filter(({ condition }) => !ofAccounts.includes(condition));
  if (reason) {
    const words = translate(tx.locale, reason.message.key, reason.message.parameters);
    return { key: 'impact.refused', parameters: { reason: words } } as const;
  }
  if (here && !allows(after, place)) return { key: 'impact.stillClosed' } as const;
  return !here && outcome === 'REQUEST' ? ({ key: 'impact.needsApproval' } as const) : undefined;
}

const clashes = ({ unitId, during }: Placed, placed: readonly Placed[]): boolean =>
  placed.some((other) => other.unitId === unitId && overlap(other.during, during));
