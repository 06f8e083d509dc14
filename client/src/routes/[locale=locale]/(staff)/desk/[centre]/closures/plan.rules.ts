import { timeOf } from '#lib/features/opening-hours/draft.rules.ts';
import { readDate } from '#lib/time/local-day.rules.ts';

export const closureKinds = ['CLOSURE', 'MAINTENANCE', 'TRAINING'] as const;

/** A closure as it is typed; it stands in the address of its preview. */
export interface ClosurePlan {
  /** `centre`, or `equipment` or `unit` with an id behind a space. */
  readonly what: string;
  readonly kind: (typeof closureKinds)[number];
  readonly fromDate: string;
  readonly fromTime: string;
  readonly untilDate: string;
  readonly untilTime: string;
  /** By language. */
  readonly messages: Readonly<Record<string, string>>;
}

/** What an address or a form says of a closure; a day from its first to its last minute where no times are given. */
export function readClosure(at: (name: string) => string | null, languages: readonly string[]): ClosurePlan {
  const text = (name: string) => at(name)?.trim() ?? '';
  const fromDate = text('fromDate');
  return {
    what: text('what') || 'centre',
    kind: closureKinds.find((kind) => kind === text('kind')) ?? 'CLOSURE',
    fromDate,
    fromTime: timeOf(text('fromTime') || '00:00'),
    untilDate: text('untilDate') || fromDate,
    untilTime: timeOf(text('untilTime') || '24:00'),
    messages: Object.fromEntries(languages.map((language) => [language, text(`message.${language}`)])),
  };
}

const clock = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;

/** The field of a closure that says no time; undefined where all of them do. */
export const unreadable = ({ fromDate, fromTime, untilDate, untilTime }: ClosurePlan): string | undefined =>
  Object.entries({ fromDate, untilDate }).find(([, date]) => !readDate(date))?.[0] ??
  Object.entries({ fromTime, untilTime }).find(([, time]) => !clock.test(time))?.[0];

/** What is closed, as the API takes it. */
export function placeOf(what: string, centreId: string) {
  const [kind, id] = what.split(' ');
  if (kind === 'equipment' && id) return { equipmentId: id };
  return kind === 'unit' && id ? { unitId: id } : { centreId };
}
