import { intervalOf } from '#lib/features/booking/lanes/api-interval.rules.ts';
import { isKept, isPeoples, type LaneState } from '#lib/features/booking/lanes/free-time.rules.ts';
import type { Taken } from '#lib/features/booking/lanes/lanes.rules.ts';
import type { I18n } from '#lib/i18n/i18n.ts';

type Words = Pick<I18n, 't' | 'format'>;

/** What a unit is called; one that has only a number is called by its number. */
export const unitName = ({ t }: Words, unit: { readonly name: string }): string =>
  /^\d+$/.test(unit.name) ? t('equipment.unit', { number: unit.name }) : unit.name;

/** How taken time is drawn: mine, somebody else's, waiting for the centre, or kept from use. */
export type TakenVariant = 'mine' | 'taken' | 'waiting' | 'closed';

export const variantOf = ({ kind, mine, waiting }: Taken): TakenVariant =>
  waiting ? 'waiting' : mine ? 'mine' : isPeoples({ kind }) ? 'taken' : 'closed';

/** Who or what has a time, as far as the reader may know. */
export function takenWords({ t }: Words, taken: Taken): string {
  if (taken.waiting) return waitingWords({ t }, taken);
  if (taken.mine) return t(isKept(taken) ? 'booking.block.held' : 'booking.block.mine');
  if (taken.kind !== 'BOOKING') return taken.note ?? t(`booking.block.${taken.kind}`);
  const name = taken.booking?.booker?.name;
  return name ? t('booking.block.takenBy', { name }) : t('booking.block.taken');
}

function waitingWords({ t }: Pick<Words, 't'>, { mine, booking }: Taken): string {
  if (mine) return t('booking.block.waitingMine');
  const name = booking?.booker?.name;
  return name ? t('booking.block.waitingBy', { name }) : t('booking.block.waiting');
}

/** From when to when something is taken; of a booking that one may know, without its set-up and clean-up. */
export const takenSpan = (taken: Taken) => intervalOf(taken.booking ?? taken);

/** That span in words: `10:00–12:00`. */
export function takenTimes({ format }: Words, taken: Taken, zone: string): string {
  const { start, end } = takenSpan(taken);
  return format.times(start, end, { zone });
}

/** What a unit is doing, in a word or two. */
export function stateWords({ t, format }: Words, state: LaneState, zone: string): string {
  switch (state.kind) {
    case 'freeNow':
      return t('booking.state.freeNow');
    case 'freeFrom':
      return t('booking.state.freeFrom', { time: format.time(state.at, { zone }) });
    case 'upkeepUntil':
      return t('booking.state.upkeepUntil', { time: format.time(state.at, { zone }) });
    case 'closed':
      return t('booking.state.closed');
    case 'none':
      return t('booking.state.none');
  }
}
