import type { Context } from '../../../platform/context/context.ts';
import { type MessageParameters, translate } from '../../../platform/i18n/translate.ts';
import type { Attachment } from '../../../platform/mail/email.ts';
import { periodName } from '../../../shared/text/wording.rules.ts';
import type { BookingState } from '../../booking/bookings/booking.enums.ts';
import { type BookingRow, findBooking } from '../../booking/bookings/booking.reader.ts';
import { standingStates } from '../../booking/bookings/booking-lifecycle.rules.ts';
import { bookingCalendar, placeOf } from '../../booking/calendar/booking-calendar.reader.ts';
import { calendarMethod } from '../../booking/calendar/calendar-file.ts';
import type { NotificationKind } from '../notices/notification.enums.ts';
import type { NotificationRow } from '../notices/notification.reader.ts';
import { pageAddress } from './addresses.ts';
import { alternativesTo } from './alternatives.reader.ts';
import type { Letter } from './letter.ts';

/** The kinds of notifications about a booking, and the states of it in which they are still true. */
const trueIn = {
  booking_made: ['confirmed'],
  booking_requested: ['requested'],
  booking_moved: standingStates,
  booking_moved_by_staff: standingStates,
  booking_moved_by_colleague: standingStates,
  booking_reminder: ['confirmed'],
  booking_cancelled: ['cancelled'],
  booking_cancelled_by_staff: ['cancelled'],
  booking_cancelled_by_colleague: ['cancelled'],
} as const satisfies Partial<Record<NotificationKind, readonly BookingState[]>>;

type BookingKind = keyof typeof trueIn;

/** What else is free belongs into letters to whom somebody took their time. */
const withAlternatives: readonly NotificationKind[] = ['booking_cancelled_by_staff'];

/** The letter about what happened to a booking of the reader's. */
export async function composeBookingLetter(
  reader: Context,
  { kind, objectId }: NotificationRow,
): Promise<Letter | undefined> {
  const booking = await findBooking(reader, objectId);
  const states: readonly BookingState[] = trueIn[kind as BookingKind];
  if (!booking || !states.includes(booking.state)) return undefined;
  const say = (key: Parameters<typeof translate>[1], parameters?: MessageParameters) =>
    translate(reader.locale, key, parameters);
  const { equipmentName, centre, city } = await placeOf(reader, booking);
  const when = periodName(
    ...([booking.startsAt.getTime(), booking.endsAt.getTime()] as const),
    ...([centre.zone, reader.locale, reader.now.getTime()] as const),
  );
  const page = pageAddress(reader, `/bookings/${booking.id}`);
  const stands = standingStates.some((each) => each === booking.state);
  const alternatives = withAlternatives.includes(kind) ? await alternativesTo(reader, booking) : [];
  const place = [centre.name, centre.address, city?.name].filter(Boolean).join(', ');
  const words = { equipment: equipmentName, when, centre: centre.name };
  return {
    subject: say(`notifications.${kind as BookingKind}.subject`, words),
    paragraphs: [say(`notifications.${kind as BookingKind}.what`, words)],
    facts: [
      [say('notifications.booking.equipment'), equipmentName],
      [say('notifications.booking.time'), when],
      [say('notifications.booking.place'), place],
      ...(booking.purpose ? [[say('notifications.booking.purpose'), booking.purpose] as const] : []),
    ],
    action: { label: say('notifications.booking.show'), url: page },
    links: stands
      ? [
          { label: say('notifications.booking.move'), url: `${page}/move` },
          { label: say('notifications.booking.cancel'), url: `${page}/cancel` },
        ]
      : [],
    alternatives:
      alternatives.length > 0 ? { title: say('notifications.booking.alternatives'), links: alternatives } : undefined,
    ...(kind === 'booking_reminder'
      ? { until: booking.startsAt }
      : { attachments: [await calendarEntry(reader, booking, page)] }),
    thread: `booking-${booking.id}`,
  };
}

/** The booking as the reader's calendar takes it in, changes it or removes it. */
async function calendarEntry(reader: Context, booking: BookingRow, page: string): Promise<Attachment> {
  const { actor, locale } = reader;
  const invites = actor.kind === 'member' ? { name: actor.name, email: actor.email } : undefined;
  const cancelled = !standingStates.some((each) => each === booking.state);
  return {
    filename: `${translate(locale, 'notifications.booking.file')}.ics`,
    contentType: `text/calendar; charset=utf-8; method=${calendarMethod({ cancelled })}`,
    content: await bookingCalendar(reader, booking, { page: new URL(page), invites }),
  };
}
