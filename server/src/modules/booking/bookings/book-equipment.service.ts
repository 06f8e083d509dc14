import { type Context, signedIn } from '../../../platform/context/context.ts';
import { firstGoesAhead } from '../../../platform/database/together.ts';
import {
  type ClientRequest,
  clientRequest,
  repeatedResult,
} from '../../../platform/idempotency/client-request.service.ts';
import { badInput } from '../../../shared/errors.ts';
import { lineProblem, oneLine } from '../../../shared/text/text.rules.ts';
import { type Assessment, assessUnlessRepeated, type Wish } from '../conditions/assessment.reader.ts';
import type { ConditionCheck } from '../conditions/booking-condition.rules.ts';
import { unmet } from '../conditions/conditions.rules.ts';
import { freeUnits, slotTaken } from '../conditions/unit-conditions.rules.ts';
import type { BookingRow } from './booking.reader.ts';
import { writeBooking } from './write-booking.service.ts';

/** The longest purpose, in characters. */
export const longestPurpose = 400;

export interface BookEquipment extends Omit<Wish, 'movingId'> {
  readonly purpose?: string | null;
  readonly idempotencyKey: string;
}

/** Every reason against a wish, and what other ways to the same end are looked for by. */
export interface BookingRefusal {
  readonly reasons: readonly ConditionCheck[];
  readonly assessment: Assessment;
}

/** A booking that stands (with its row where it is known already), or why there is none. */
export type BookingOutcome =
  | { readonly bookingId: string; readonly repeated: boolean; readonly booking?: BookingRow }
  | BookingRefusal;

/** How often somebody else may be faster before the time counts as taken. */
const mostAttempts = 5;

/**
 * Books a unit for the actor, or the first free one in the order of their positions. The database decides who
 * comes first: of any number of requests for one slot exactly one succeeds. Throws SIGN_IN_REQUIRED, BAD_INPUT,
 * NOT_FOUND, IDEMPOTENCY_KEY_REUSED.
 */
export async function bookEquipment(ctx: Context, input: BookEquipment): Promise<BookingOutcome> {
  signedIn(ctx);
  const { idempotencyKey: key, ...fingerprint } = input;
  const purpose = oneLine(input.purpose ?? '');
  const problem = lineProblem(purpose, { minimum: 0, maximum: longestPurpose });
  if (problem) throw badInput([{ field: 'purpose', message: problem }]);
  const request = clientRequest(ctx, { key, operation: 'bookEquipment', fingerprint });
  // Of those who want the same time at this moment one writes, and the others need not try to.
  const { equipmentId, startsAt, endsAt } = input;
  return goAhead(`${equipmentId} ${Number(startsAt)} ${Number(endsAt)}`, () => attempt(ctx, request, input, purpose));
}

const goAhead = firstGoesAhead();

async function attempt(ctx: Context, request: ClientRequest, wish: Wish, purpose: string): Promise<BookingOutcome> {
  for (let attempts = 1; ; attempts += 1) {
    // Nothing is locked while looking. Whoever is too late finds it in the statement that writes, and looks again.
    const { assessment, earlier } = await assessUnlessRepeated(ctx, wish, request);
    if (earlier) return { bookingId: repeatedResult(request, earlier), repeated: true };
    const reasons = unmet(assessment.checks);
    if (reasons.length > 0) return { assessment, reasons };
    const booking = await takeUnit(ctx, request, assessment, purpose);
    if (booking) return { bookingId: booking.id, repeated: false, booking };
    if (attempts === mostAttempts) return { assessment, reasons: [slotTaken(assessment.facts)] };
  }
}

/** Takes the first unit that is still free, trying them in order; undefined where others were faster everywhere. */
async function takeUnit(ctx: Context, request: ClientRequest, assessment: Assessment, purpose: string) {
  for (const unitId of freeUnits(assessment.facts)) {
    const booking = await writeBooking(ctx, request, assessment, { unitId, purpose });
    if (booking) return booking;
  }
  return undefined;
}
