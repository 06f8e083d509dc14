import type { Context } from '../../../../platform/context/context.ts';
import { load } from '../../../../platform/context/load.ts';
import { type Message, translate } from '../../../../platform/i18n/translate.ts';
import type { Attachment } from '../../../../platform/mail/email.ts';
import { periodName } from '../../../../shared/text/wording.rules.ts';
import type { BookingState } from '../../../booking/bookings/booking.enums.ts';
import { type BookingRow, findBooking } from '../../../booking/bookings/booking.reader.ts';
import {
  agreedStates,
  fallenStates,
  isIn,
  requestedState,
  standingStates,
} from '../../../booking/bookings/booking-lifecycle.rules.ts';
import { bookingCalendar, placeOf } from '../../../booking/calendar/booking-calendar.reader.ts';
import { calendarMethod } from '../../../booking/calendar/calendar-file.ts';
import { findDecisionReason } from '../../../desk/impact/decisions/decision-reason.reader.ts';
import { readPeople } from '../../../people/persons/person.reader.ts';
import type { NotificationKind } from '../../notices/notification.enums.ts';
import type { NotificationRow } from '../../notices/notification.reader.ts';
import { pageAddress } from '../addresses.ts';
import type { Letter } from '../letter.ts';
import { alternativesTo } from './alternatives.reader.ts';
import { bookingFacts } from './booking-facts.ts';

/** The kinds of notifications about a booking, and the states of it in which they are still true. */
const trueIn = {
  booking_made: agreedStates,
  booking_requested: ['requested'],
  booking_waiting: ['requested'],
  booking_approved: agreedStates,
  booking_declined: ['declined'],
  booking_moved: standingStates,
  booking_moved_by_staff: standingStates,
  booking_moved_by_colleague: standingStates,
  booking_kept: standingStates,
  booking_reminder: ['confirmed'],
  booking_missed: ['no_show'],
  booking_cancelled: ['cancelled'],
  booking_cancelled_by_staff: ['cancelled'],
  booking_cancelled_by_colleague: ['cancelled'],
} as const satisfies Partial<Record<NotificationKind, readonly BookingState[]>>;

type BookingKind = keyof typeof trueIn;

/** What else is free belongs into letters to those whose time was taken from them. */
const withAlternatives: readonly BookingKind[] = ['booking_cancelled_by_staff', 'booking_declined'];

/** The letter about a booking: to whose it is, or to the staff for whom it waits. */
export async function composeBookingLetter(
  reader: Context,
  { kind: told, objectId, createdAt }: NotificationRow,
): Promise<Letter | undefined> {
  const kind = told as BookingKind;
  const booking = await findBooking(reader, objectId);
  const states: readonly BookingState[] = trueIn[kind];
  if (!booking || !states.includes(booking.state)) return undefined;
  const { locale } = reader;
  const place = await placeOf(reader, booking);
  const [start, end] = [booking.startsAt.getTime(), booking.endsAt.getTime()];
  const when = periodName(start, end, place.centre.zone, locale, reader.now.getTime());
  const booker = booking.bookerId === null ? undefined : await load(reader, readPeople, booking.bookerId);
  const words = {
    ...{ equipment: place.equipmentName, when, centre: place.centre.name, person: booker?.name ?? '' },
    ...{ waits: booking.state === requestedState ? 'yes' : 'no', by: booking.endingBy ?? '' },
  };
  const say = (part: 'subject' | 'what') => translate(locale, `notifications.${kind}.${part}`, words);
  const alternatives = withAlternatives.includes(kind) ? await alternativesTo(reader, booking) : [];
  return {
    subject: say('subject'),
    paragraphs: [say('what')],
    quote: booking.endingReason || (await reasonFor(reader, booking, kind, createdAt)),
    facts: await bookingFacts(reader, booking, { ...place, when, forStaff: kind === 'booking_waiting' }),
    ...waysOn(reader, booking, kind, place.centre.slug),
    alternatives:
      alternatives.length > 0
        ? { title: translate(locale, 'notifications.booking.alternatives'), links: alternatives }
        : undefined,
    ...(await enclosed(reader, booking, kind)),
    thread: `booking-${booking.id}`,
  };
}

/** Why the staff kept or moved it, where something took its time. */
const reasonFor = (
  reader: Context,
  { id }: BookingRow,
  kind: BookingKind,
  toldAt: Date,
): Promise<string | undefined> =>
  kind === 'booking_kept' || kind === 'booking_moved_by_staff'
    ? findDecisionReason(reader, id, toldAt)
    : Promise.resolve(undefined);

function waysOn(
  reader: Context,
  { id, state }: BookingRow,
  kind: BookingKind,
  centreSlug: string,
): Pick<Letter, 'action' | 'links'> {
  const link = (key: Message['key'], url: string) => ({ label: translate(reader.locale, key), url });
  const page = pageAddress(reader, `/bookings/${id}`);
  if (kind === 'booking_waiting') {
    const desk = pageAddress(reader, `/desk/${centreSlug}#${id}`);
    return {
      action: link('notifications.booking.answer', desk),
      links: [link('notifications.booking.show', page)],
    };
  }
  const stands = isIn(standingStates, state);
  return {
    action: link('notifications.booking.show', page),
    links: stands
      ? [link('notifications.booking.move', `${page}/move`), link('notifications.booking.cancel', `${page}/cancel`)]
      : [],
  };
}

/** What belongs into a calendar goes into that of whose booking it is; a reminder is of use until the time begins. */
async function enclosed(
  reader: Context,
  booking: BookingRow,
  kind: BookingKind,
): Promise<Pick<Letter, 'attachments' | 'until'>> {
  if (kind === 'booking_waiting' || kind === 'booking_missed') return {};
  if (kind === 'booking_reminder') return { until: booking.startsAt };
  return { attachments: [await calendarEntry(reader, booking)] };
}

async function calendarEntry(reader: Context, booking: BookingRow): Promise<Attachment> {
  const { actor, locale } = reader;
  const invites = actor.kind === 'member' ? { name: actor.name, email: actor.email } : undefined;
  const cancelled = isIn(fallenStates, booking.state);
  const page = new URL(pageAddress(reader, `/bookings/${booking.id}`));
  return {
    filename: `${translate(locale, 'notifications.booking.file')}.ics`,
    contentType: `text/calendar; charset=utf-8; method=${calendarMethod({ cancelled })}`,
    content: await bookingCalendar(reader, booking, { page, invites }),
  };
}
