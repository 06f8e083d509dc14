import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import { badInput } from '../../../shared/errors.ts';

/** An event as a calendar keeps it. */
export interface CalendarEvent {
  readonly id: string;
  /** Grows with each change, so that a file taken again updates the event. */
  readonly version: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly places: readonly (string | null | undefined)[];
  readonly lines: readonly string[];
  /** The page that tells of it. */
  readonly page: URL;
  readonly cancelled: boolean;
  /** It stands only if somebody agrees. */
  readonly tentative?: boolean;
  /** Whom an e-mail brings it to: their calendar takes it in, changes it or removes it (iTIP, RFC 5546). */
  readonly invites?: { readonly name: string; readonly email: string } | undefined;
}

/** What a calendar is to do with an event that an e-mail brings. */
export const calendarMethod = ({ cancelled }: Pick<CalendarEvent, 'cancelled'>) => (cancelled ? 'CANCEL' : 'REQUEST');

const statusOf = ({ cancelled, tentative }: CalendarEvent): ICalEventStatus => {
  if (cancelled) return ICalEventStatus.CANCELLED;
  return tentative ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED;
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: the format forbids them
const controls = /[\u0000-\u0008\u000b-\u001f\u007f]/g;
const text = (value: string) => value.replace(/\r\n?/g, '\n').replace(controls, '');

/** A calendar file (RFC 5545) with one event, its times in UTC, so that no change of clocks can move it. */
export function calendarFile(event: CalendarEvent, now: Date): string {
  const calendar = ical({ prodId: { company: 'Talka', product: 'Calendar', language: 'LT' } });
  if (event.invites) calendar.method(ICalCalendarMethod[calendarMethod(event)]);
  const created = calendar.createEvent({
    id: `${event.id}@${event.page.hostname}`,
    sequence: event.version,
    stamp: now,
    start: event.startsAt,
    end: event.endsAt,
    summary: text(event.title),
    location: text([...new Set(event.places)].filter(Boolean).join(', ')),
    description: text(event.lines.filter(Boolean).join('\n')),
    url: event.page.href,
    status: statusOf(event),
  });
  if (event.invites) {
    created.organizer({ name: 'Talka', email: `no-reply@${event.page.hostname}` });
    created.createAttendee({ ...event.invites, status: ICalAttendeeStatus.ACCEPTED, rsvp: false });
  }
  return `${calendar}\r\n`;
}

/** The page that a file leads to, whose host makes its events unique in the world. Throws BAD_INPUT. */
export function pageOf(address: string): URL {
  const page = address.length <= 500 && URL.canParse(address) ? new URL(address) : undefined;
  if (page?.protocol === 'https:' || page?.protocol === 'http:') return page;
  throw badInput([{ field: 'page', message: { key: 'text.unusable' } }]);
}
