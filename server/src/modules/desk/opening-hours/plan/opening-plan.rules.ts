import type { Message } from '../../../../platform/i18n/translate.ts';
import type { FieldProblem } from '../../../../shared/field-problem.rules.ts';
import { lineProblem } from '../../../../shared/text/text.rules.ts';
import type { DayException, Opening, WeeklyHours } from '../../../opening-hours/hours/opening.rules.ts';

/** Days that differ, as a manager writes them. */
export interface PlannedException extends Omit<DayException, 'ofEquipment'> {
  /** What people are told, by BCP 47 tag. */
  readonly messages: Readonly<Record<string, string>>;
}

/** All hours of a centre, or all that an equipment keeps of its own; without weekly hours it follows its centre. */
export interface OpeningPlan {
  readonly weekly: readonly WeeklyHours[];
  readonly exceptions: readonly PlannedException[];
}

/** More than anybody keeps, and few enough to decide about at once. */
export const mostPeriods = 70;
export const mostExceptions = 200;
const mostLanguages = 12;
/** The longest message about some days, in characters. */
export const longestMessage = 200;
/** Exceptions begin at most so many years ahead. */
const yearsAhead = 10;
/** Times are minutes, HH:MM; only a closing time may be 24:00. */
const wallClock = /^(?:[01]\d|2[0-3]):[0-5]\d$/;
const language = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

type Key = Message['key'];
const problem = (field: string, key: Key, parameters?: Message['parameters']): FieldProblem => ({
  field,
  message: parameters ? { key, parameters } : { key },
});

/** A plan as the rules of opening read it. */
export const openingOfPlan = ({ weekly, exceptions }: OpeningPlan): Opening<WeeklyHours, PlannedException> => ({
  rules: weekly,
  exceptions,
});

/** Everything that is wrong with a plan, by field such as `weekly.3.closes`; `today` is the local day, YYYY-MM-DD. */
export function planProblems({ weekly, exceptions }: OpeningPlan, today: string): FieldProblem[] {
  if (weekly.length > mostPeriods) return [problem('weekly', 'openingHours.tooManyPeriods', { most: mostPeriods })];
  if (exceptions.length > mostExceptions) {
    return [problem('exceptions', 'openingHours.tooManyExceptions', { most: mostExceptions })];
  }
  return [
    ...weekly.flatMap((hours, index) => weeklyProblems(hours, `weekly.${index}`)),
    ...overlapProblems(weekly, 'weekly', (one, other) => one.weekday === other.weekday),
    ...exceptions.flatMap((exception, index) => exceptionProblems(exception, `exceptions.${index}`, today)),
    ...overlapProblems(exceptions, 'exceptions', sameDays),
  ];
}

function weeklyProblems({ weekday, opens, closes }: WeeklyHours, at: string): FieldProblem[] {
  const known = Number.isInteger(weekday) && weekday >= 1 && weekday <= 7;
  return [...(known ? [] : [problem(`${at}.weekday`, 'openingHours.weekday')]), ...periodProblems(opens, closes, at)];
}

function periodProblems(opens: string, closes: string, at: string): FieldProblem[] {
  const wrong = [
    ...(wallClock.test(opens) ? [] : [problem(`${at}.opens`, 'openingHours.time')]),
    ...(wallClock.test(closes) || closes === '24:00' ? [] : [problem(`${at}.closes`, 'openingHours.closingTime')]),
  ];
  if (wrong.length > 0) return wrong;
  return opens < closes ? [] : [problem(`${at}.closes`, 'openingHours.closesBeforeOpens')];
}

function exceptionProblems(exception: PlannedException, at: string, today: string): FieldProblem[] {
  const { kind, opens, closes } = exception;
  const given = opens !== null || closes !== null;
  return [
    ...daysProblems(exception, at, today),
    ...(kind === 'special_hours' ? periodProblems(opens ?? '', closes ?? '', at) : []),
    ...(kind === 'closed' && given ? [problem(`${at}.opens`, 'openingHours.closedHasHours')] : []),
    ...messageProblems(exception.messages, `${at}.messages`),
  ];
}

function daysProblems({ startsOn, endsOn, yearly }: PlannedException, at: string, today: string): FieldProblem[] {
  if (endsOn < startsOn) return [problem(`${at}.endsOn`, 'openingHours.endsBeforeStarts')];
  if (yearly && endsOn >= inYears(startsOn, 1)) return [problem(`${at}.endsOn`, 'openingHours.yearlyTooLong')];
  if (!yearly && endsOn < today) return [problem(`${at}.endsOn`, 'openingHours.daysOver')];
  const far = inYears(today, yearsAhead);
  return [
    ...(startsOn > far ? [problem(`${at}.startsOn`, 'openingHours.tooFar', { years: yearsAhead })] : []),
    ...(startsOn <= far && endsOn > far ? [problem(`${at}.endsOn`, 'openingHours.tooFar', { years: yearsAhead })] : []),
  ];
}

export function messageProblems(messages: Readonly<Record<string, string>>, at: string): FieldProblem[] {
  const texts = Object.entries(messages);
  if (texts.length > mostLanguages) return [problem(at, 'openingHours.tooManyLanguages', { most: mostLanguages })];
  return texts.flatMap(([tag, text]) => {
    if (tag.length > 35 || !language.test(tag)) return [problem(at, 'openingHours.language')];
    const message = lineProblem(text, { minimum: 1, maximum: longestMessage });
    return message ? [{ field: `${at}.${tag}`, message }] : [];
  });
}

interface Period {
  readonly opens: string | null;
  readonly closes: string | null;
}

/** The later of two periods that share time is the one to mend. */
const overlapProblems = <Each extends Period>(
  periods: readonly Each[],
  at: string,
  meet: (one: Each, other: Each) => boolean,
): FieldProblem[] =>
  periods.flatMap((period, index) => {
    const earlier = periods.slice(0, index);
    return earlier.some((each) => shareTime(each, period) && meet(each, period))
      ? [problem(`${at}.${index}.opens`, 'openingHours.overlap')]
      : [];
  });

const shareTime = (one: Period, other: Period): boolean =>
  one.opens !== null &&
  one.closes !== null &&
  other.opens !== null &&
  other.closes !== null &&
  one.opens < other.closes &&
  other.opens < one.closes;

const sameDays = (one: PlannedException, other: PlannedException): boolean =>
  one.yearly === other.yearly && one.startsOn <= other.endsOn && other.startsOn <= one.endsOn;

const inYears = (date: string, years: number): string =>
  `${String(Number(date.slice(0, 4)) + years).padStart(4, '0')}${date.slice(4)}`;
