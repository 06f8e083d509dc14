import type { FieldProblem } from '../../../shared/field-problem.rules.ts';
import { longestReason } from '../../../shared/text/reason.rules.ts';
import { lineProblem, oneLine } from '../../../shared/text/text.rules.ts';
import type { ImpactAction } from './impact.enums.ts';

/** Where a booking is moved to, or what its holder is offered. */
export interface Target {
  readonly unitId: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** What staff decided about one booking. */
export interface ImpactAnswer {
  readonly bookingId: string;
  readonly action: ImpactAction;
  /** The nearest free time where left out. */
  readonly to?: Target | null | undefined;
  /** Why, for its holder; what all are told where left out. */
  readonly reason?: string | null | undefined;
}

/** What staff decided about everybody whom they were shown. */
export interface ImpactAnswers {
  /** Of the bookings that were shown; left out where there were none. */
  readonly fingerprint?: string | null | undefined;
  /** What becomes of all that have no answer of their own. */
  readonly standard?: ImpactAction | null | undefined;
  /** What all holders are told. */
  readonly message?: string | null | undefined;
  readonly rows?: readonly ImpactAnswer[] | null | undefined;
}

/** A booking as far as it matters what may be decided about it. */
export interface Answerable {
  readonly id: string;
  readonly startsAt: Date;
  readonly bookerId: string | null;
}

/** What will become of a booking. */
export interface Decided<Booking extends Answerable> {
  readonly booking: Booking;
  readonly action: ImpactAction;
  readonly to: Target | undefined;
  readonly reason: string;
  /** Where in the input problems with it stand. */
  readonly field: string;
}

/** What may become of a booking: one that has begun is kept, or ends early. */
export const actionsFor = ({ startsAt, bookerId }: Answerable, now: Date): readonly ImpactAction[] => {
  if (startsAt <= now) return ['keep', 'cancel'];
  return bookerId === null ? ['keep', 'move', 'cancel'] : ['keep', 'move', 'offer', 'cancel'];
};

/** One decision for each booking, or everything that is missing. */
export function decideAll<Booking extends Answerable>(
  bookings: readonly Booking[],
  { rows, standard, message }: ImpactAnswers,
  now: Date,
): { readonly decided: Decided<Booking>[]; readonly problems: FieldProblem[] } {
  const given = new Map((rows ?? []).map((row, index) => [row.bookingId, { ...row, field: `rows.${index}` }]));
  const shared = oneLine(message ?? '');
  const tooLong = lineProblem(shared, { minimum: 0, maximum: longestReason });
  const problems: FieldProblem[] = tooLong ? [{ field: 'message', message: tooLong }] : [];
  const decided = bookings.flatMap((booking): Decided<Booking>[] => {
    const row = given.get(booking.id);
    const action = row?.action ?? standard ?? undefined;
    const field = row?.field ?? 'standard';
    if (action === undefined) {
      problems.push({ field: `bookings.${booking.id}`, message: { key: 'impact.undecided' } });
      return [];
    }
    const allowed = actionsFor(booking, now);
    // A default that one booking cannot follow leaves it as it is or ends it, as the staff would have to.
    const possible = allowed.includes(action) ? action : row ? undefined : 'cancel';
    if (possible === undefined) {
      problems.push({ field: `${field}.action`, message: { key: 'impact.notPossible' } });
      return [];
    }
    const own = oneLine(row?.reason ?? '');
    const wrong = lineProblem(own, { minimum: 0, maximum: longestReason });
    if (wrong) problems.push({ field: `${field}.reason`, message: wrong });
    const reason = own || shared;
    if (reason === '') problems.push({ field: row ? `${field}.reason` : 'message', message: { key: 'impact.sayWhy' } });
    return [{ booking, action: possible, to: row?.to ?? undefined, reason, field }];
  });
  return { decided, problems: distinct(problems) };
}

/** One problem for each field. */
const distinct = (problems: readonly FieldProblem[]): FieldProblem[] =>
  [...new Map(problems.toReversed().map((problem) => [problem.field, problem])).values()].toReversed();
