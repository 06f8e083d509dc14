import type { Context } from '../../../../platform/context/context.ts';
import { load } from '../../../../platform/context/load.ts';
import { type Message, translate } from '../../../../platform/i18n/translate.ts';
import { clockTime, dayName } from '../../../../shared/text/wording.rules.ts';
import type { BookingRow } from '../../../booking/bookings/booking.reader.ts';
import type { placeOf } from '../../../booking/calendar/booking-calendar.reader.ts';
import { readPeople } from '../../../people/persons/person.reader.ts';
import type { Letter } from '../letter.ts';

type Place = Awaited<ReturnType<typeof placeOf>>;

/** What, when, where, for whom and until when: the lines of a letter about a booking. */
export async function bookingFacts(
  reader: Context,
  booking: BookingRow,
  { equipmentName, centre, city, when, forStaff }: Place & { readonly when: string; readonly forStaff: boolean },
): Promise<NonNullable<Letter['facts']>> {
  const { purpose, answerBy, bookerId, endingBy, endingPersonId } = booking;
  const nameOf = async (id: string | null) => (id === null ? undefined : (await load(reader, readPeople, id))?.name);
  const facts: readonly (readonly [Message['key'], string | undefined])[] = [
    ['notifications.booking.person', forStaff ? await nameOf(bookerId) : undefined],
    ['notifications.booking.equipment', equipmentName],
    ['notifications.booking.time', when],
    [
      'notifications.booking.place',
      forStaff ? undefined : [centre.name, centre.address, city?.name].filter(Boolean).join(', '),
    ],
    ['notifications.booking.purpose', purpose],
    [
      forStaff ? 'notifications.booking.answerBy' : 'notifications.booking.answerExpected',
      answerBy ? momentName(reader, answerBy, centre.zone) : undefined,
    ],
    ['notifications.booking.endedBy', endingBy === 'staff' ? await nameOf(endingPersonId) : undefined],
  ];
  return facts.flatMap(([key, value]) => (value ? [[translate(reader.locale, key), value] as const] : []));
}

const momentName = ({ locale, now }: Context, at: Date, zone: string): string =>
  `${dayName(at.getTime(), zone, locale, now.getTime())}, ${clockTime(at.getTime(), zone, locale)}`;
