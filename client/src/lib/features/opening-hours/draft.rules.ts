import { addDays } from '#lib/time/local-day.rules.ts';

/** Hours of one weekday as they are typed. */
export interface DraftHours {
  readonly weekday: number;
  opens: string;
  closes: string;
}

export const exceptionKinds = ['CLOSED', 'SPECIAL_HOURS'] as const;

/** Days that differ, as they are typed. */
export interface DraftException {
  kind: (typeof exceptionKinds)[number];
  startsOn: string;
  /** The same day as the first where empty. */
  endsOn: string;
  opens: string;
  closes: string;
  yearly: boolean;
  /** By language. */
  messages: Record<string, string>;
}

/** A plan of opening hours as it stands in its form; errors name its rows by their places in it. */
export interface Draft {
  weekly: DraftHours[];
  exceptions: DraftException[];
}

/** A plan as the API tells it. */
export interface Plan {
  readonly weekly: readonly DraftHours[];
  readonly exceptions: readonly (Omit<DraftException, 'opens' | 'closes' | 'messages'> & {
    readonly opens: string | null;
    readonly closes: string | null;
    readonly messages: readonly { readonly language: string; readonly text: string }[];
  })[];
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export const draftOf = ({ weekly, exceptions }: Plan): Draft => ({
  weekly: weekly.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
  exceptions: exceptions.map(({ opens, closes, messages, endsOn, ...days }) => ({
    ...days,
    endsOn: endsOn === days.startsOn ? '' : endsOn,
    opens: opens ?? '',
    closes: closes ?? '',
    messages: Object.fromEntries(messages.map(({ language, text }) => [language, text])),
  })),
});

/** What the form sends, by the names of its fields: `weekly.0.opens`, `exceptions.2.messages.lt`; empty rows are left out. */
export function readDraft(sent: Readonly<Record<string, unknown>>): Draft {
  const at = (name: string) => (typeof sent[name] === 'string' ? sent[name].trim() : '');
  const weekly = rowsIn(sent, 'weekly').map((row) => ({
    weekday: Number(at(`${row}.weekday`)),
    opens: at(`${row}.opens`),
    closes: at(`${row}.closes`),
  }));
  const exceptions = rowsIn(sent, 'exceptions').map((row) => {
    const texts = Object.keys(sent).filter((name) => name.startsWith(`${row}.messages.`));
    const messages = texts.map((name) => [name.slice(`${row}.messages.`.length), at(name)] as const);
    return {
      kind: exceptionKinds.find((kind) => kind === at(`${row}.kind`)) ?? 'CLOSED',
      startsOn: at(`${row}.startsOn`),
      endsOn: at(`${row}.endsOn`),
      opens: at(`${row}.opens`),
      closes: at(`${row}.closes`),
      yearly: at(`${row}.yearly`) !== '',
      messages: Object.fromEntries(messages),
    };
  });
  return {
    weekly: weekly.filter(({ opens, closes }) => opens || closes),
    exceptions: exceptions.filter(({ startsOn, endsOn }) => startsOn || endsOn),
  };
}

function rowsIn(sent: Readonly<Record<string, unknown>>, list: string): string[] {
  const places = Object.keys(sent).flatMap((name) => new RegExp(`^${list}\\.(\\d{1,3})\\.`).exec(name)?.[1] ?? []);
  return [...new Set(places)]
    .map(Number)
    .sort((one, other) => one - other)
    .map((place) => `${list}.${place}`);
}

/** A time as people type it, `9`, `930`, `9.30` or `9:30`, as HH:MM; what is no time stays as it is. */
export function timeOf(typed: string): string {
  const [, hours = '', minutes = '00'] = /^(\d{1,2})(?:[:.\s]?(\d{2}))?$/.exec(typed.trim()) ?? [];
  return hours ? `${hours.padStart(2, '0')}:${minutes}` : typed.trim();
}

/** A draft as the API takes it. */
export const inputOf = ({ weekly, exceptions }: Draft) => ({
  weekly: weekly.map(({ weekday, opens, closes }) => ({ weekday, opens: timeOf(opens), closes: timeOf(closes) })),
  exceptions: exceptions.map(({ kind, startsOn, endsOn, opens, closes, yearly, messages }) => ({
    ...{ kind, startsOn, endsOn: endsOn || startsOn, yearly },
    opens: kind === 'CLOSED' ? null : timeOf(opens),
    closes: kind === 'CLOSED' ? null : timeOf(closes),
    messages: Object.entries(messages).flatMap(([language, text]) => (text.trim() ? [{ language, text }] : [])),
  })),
});

/** The fields of a draft in which a day is missing. */
export const missingDays = ({ exceptions }: Draft): string[] =>
  exceptions.flatMap(({ startsOn }, index) => (startsOn ? [] : [`exceptions.${index}.startsOn`]));

/** A row and its place in the draft. */
export const hoursOfDay = (draft: Draft, weekday: number) =>
  draft.weekly.flatMap((hours, place) => (hours.weekday === weekday ? [{ hours, place }] : []));

/** What a button of the form does to its rows, as it is sent where no script does it: `add 3`, `remove 0`, `copy 2`. */
export const steps = ['add', 'remove', 'copy', 'clear', 'fill', 'addDays', 'removeDays'] as const;
type Step = (typeof steps)[number];

const usual = { opens: '09:00', closes: '18:00' };

/** The draft after a step; `centre` are the hours from which an equipment's own begin, `today` the local day. */
export function after(draft: Draft, step: string, centre: readonly DraftHours[], today: string): Draft {
  const [name = '', at = ''] = step.split(' ');
  const place = Number(at);
  if (!Number.isInteger(place)) return draft;
  const { weekly, exceptions } = draft;
  const edits: Record<Step, () => Partial<Draft>> = {
    add: () => ({ weekly: [...weekly, nextHours(draft, place)] }),
    remove: () => ({ weekly: weekly.toSpliced(place, 1) }),
    copy: () => ({
      weekly: [
        ...weekly.filter(({ weekday }) => weekday !== place),
        ...hoursOfDay(draft, place - 1).map(({ hours }) => ({ ...hours, weekday: place })),
      ],
    }),
    clear: () => ({ weekly: [] }),
    fill: () => ({ weekly: centre.map((hours) => ({ ...hours })) }),
    addDays: () => ({ exceptions: [...exceptions, nextDays(today)] }),
    removeDays: () => ({ exceptions: exceptions.toSpliced(place, 1) }),
  };
  const edit = steps.find((each) => each === name);
  return edit ? { ...draft, ...edits[edit]() } : draft;
}

/** The first hours of a day are usual ones; further ones begin where the last end. */
function nextHours(draft: Draft, weekday: number): DraftHours {
  const last = hoursOfDay(draft, weekday).at(-1)?.hours;
  return last ? { weekday, opens: last.closes, closes: '' } : { weekday, ...usual };
}

const nextDays = (today: string): DraftException => ({
  ...{ kind: 'CLOSED', startsOn: addDays(today, 1), endsOn: '', ...usual, yearly: false },
  messages: {},
});
