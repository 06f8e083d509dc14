import type { FreeStretch } from '@talka/server/modules/equipment/availability/room.rules.ts';
import { type Interval, overlap } from '@talka/server/shared/time/interval.rules.ts';
import { type Picked, type PickRules, pickAt } from '#lib/features/booking/pick/pick.rules.ts';
import { intervalOf } from './api-interval.rules.ts';
import type { Lane, Taken } from './lanes.rules.ts';

/** Why nothing can be picked at a moment of a lane. */
export type Obstacle =
  | { readonly kind: 'taken'; readonly taken: Taken }
  /** Over; inside the lead time; behind the horizon; closed; too short with set-up and clean-up. */
  | { readonly kind: 'past' | 'soon' | 'later' | 'closed' | 'narrow' };

/** What stands in the way at a moment (epoch milliseconds); `limits` are when bookings may begin. */
export function obstacleAt(
  lane: Lane,
  moment: number,
  { now, limits }: { readonly now: number; readonly limits: Interval },
): Obstacle {
  const then = { start: moment, end: moment + 1 };
  const taken = lane.occupancies.find((each) => overlap(intervalOf(each), then));
  if (taken) return { kind: 'taken', taken };
  if (moment < now) return { kind: 'past' };
  if (!lane.open.some((open) => overlap(intervalOf(open), then))) return { kind: 'closed' };
  if (moment < limits.start) return { kind: 'soon' };
  return { kind: moment >= limits.end ? 'later' : 'narrow' };
}

/** The pick on free time that lies nearest to a moment; of two as near the later. */
export function nearestPick(
  moment: number,
  free: readonly FreeStretch[],
  points: Parameters<typeof pickAt>[2],
  rules: PickRules,
  unitId: string | null,
): Picked | undefined {
  const picks = free.flatMap((stretch) => pickAt(moment, stretch, points, rules, unitId) ?? []);
  const away = ({ start, end }: Picked) => Math.max(start - moment, moment - end);
  return picks.toSorted((one, other) => away(one) - away(other) || other.start - one.start)[0];
}
