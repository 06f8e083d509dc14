import { pickTranslation } from '../../../../platform/i18n/locale.rules.ts';
import type { Message } from '../../../../platform/i18n/translate.ts';
import { clockTimes, dayName, withoutStop } from '../../../../shared/text/wording.rules.ts';
import { fittingStarts, gridStarts, nearestStarts } from '../../../../shared/time/grid.rules.ts';
import type { Interval } from '../../../../shared/time/interval.rules.ts';
import { localDayOf } from '../../../../shared/time/local-time.rules.ts';
import {
  exceptionsOn,
  type Opening,
  openIntervals,
  openThroughout,
} from '../../../opening-hours/hours/opening.rules.ts';
import { type ConditionRule, day, minute, type RequestFacts } from '../condition.rules.ts';

/** How far to look for the next time that is open long enough. */
const searchDays = 14;

export interface OpeningFacts {
  readonly opening: Opening;
  /** Whether the hours are the equipment's own, not its centre's. */
  readonly ownHours: boolean;
}

type Facts = RequestFacts & OpeningFacts;

/** Set-up and clean-up may lie outside of the hours. */
export const openingHours: ConditionRule<'opening_hours', Facts> = {
  condition: 'opening_hours',
  description: 'The equipment can be reached during the whole time.',
  check(facts) {
    const { zone, locale, now, startsAt, endsAt } = facts;
    if (openThroughout({ ...facts.opening, zone }, { start: startsAt, end: endsAt })) {
      return {
        passed: true,
        message: { key: facts.ownHours ? 'booking.openingHours.metOwn' : 'booking.openingHours.met' },
      };
    }
    const start = nearestOpen(facts);
    if (start === undefined) {
      return { passed: false, message: hoursThatDay(facts), remedy: { key: 'booking.openingHours.ask' } };
    }
    const end = start + (endsAt - startsAt);
    const time = `${dayName(start, zone, locale, now)} ${clockTimes(start, end, zone, locale)}`;
    return {
      passed: false,
      message: hoursThatDay(facts),
      remedy: { key: 'booking.openingHours.remedy', parameters: { time } },
      suggestedStart: start,
      suggestedEnd: end,
    };
  },
};

function hoursThatDay(facts: Facts): Message {
  const { opening, ownHours, zone, locale, startsAt } = facts;
  const that = localDayOf(zone, startsAt);
  const intervals = openIntervals({ ...opening, zone, from: that.start, until: that.end });
  if (intervals.length > 0) {
    const hours = intervals.map(({ start, end }: Interval) => clockTimes(start, end, zone, locale)).join(', ');
    return { key: ownHours ? 'booking.openingHours.hoursOwn' : 'booking.openingHours.hours', parameters: { hours } };
  }
  const reasons = exceptionsOn(opening, that.date).flatMap(
    ({ messages }) => pickTranslation(messages ?? {}, locale) ?? [],
  );
  if (reasons[0] !== undefined) {
    return { key: 'booking.openingHours.closedBecause', parameters: { reason: withoutStop(reasons[0]) } };
  }
  if (opening.rules.length === 0) return { key: 'booking.openingHours.unknown' };
  return { key: ownHours ? 'booking.openingHours.closedOwn' : 'booking.openingHours.closed' };
}

/** The open start nearest to the wanted one: the same day if it can be, else within the two weeks after it. */
function nearestOpen({ opening, zone, rules, now, startsAt, endsAt }: Facts): number | undefined {
  const duration = endsAt - startsAt;
  const that = localDayOf(zone, startsAt);
  const from = Math.max(that.start, now + rules.leadMinutes * minute);
  const until = Math.max(from, that.end) + searchDays * day;
  const open = openIntervals({ ...opening, zone, from, until });
  const starts = fittingStarts(gridStarts(zone, rules.gridMinutes, from, until), open, duration);
  const sameDay = starts.filter((start) => start < that.end);
  return nearestStarts(sameDay.length > 0 ? sameDay : starts, startsAt, duration, 1)[0];
}
