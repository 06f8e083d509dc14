import { type Context, signedIn } from '../../../platform/context/context.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { clockTime, dayName, periodName } from '../../../shared/text/wording.rules.ts';
import { placeOf } from '../../booking/calendar/booking-calendar.reader.ts';
import { findOwnOffer } from '../../booking/offers/offer.reader.ts';
import { offerStateAt } from '../../booking/offers/offer.rules.ts';
import type { NotificationRow } from '../notices/notification.reader.ts';
import { pageAddress } from './addresses.ts';
import type { Letter } from './letter.ts';

/** The letter about a time that is kept for somebody whose booking had to give way, as long as they can choose it. */
export async function composeOfferLetter(reader: Context, { objectId }: NotificationRow): Promise<Letter | undefined> {
  signedIn(reader);
  const offer = await findOwnOffer(reader, objectId);
  if (!offer || offerStateAt(offer, reader.now) !== 'open') return undefined;
  const { locale, now } = reader;
  const { equipmentName, centre, city } = await placeOf(reader, offer);
  const { zone } = centre;
  const moment = (at: number) => `${dayName(at, zone, locale, now.getTime())}, ${clockTime(at, zone, locale)}`;
  const when = periodName(offer.startsAt.getTime(), offer.endsAt.getTime(), zone, locale, now.getTime());
  const words = { equipment: equipmentName, centre: centre.name, when, until: moment(offer.expiresAt.getTime()) };
  const kind = offer.kind === 'back' ? 'time_offered_back' : 'time_offered';
  return {
    subject: translate(locale, `notifications.${kind}.subject`, words),
    paragraphs: [translate(locale, `notifications.${kind}.what`, words)],
    quote: offer.message || undefined,
    facts: [
      [translate(locale, 'notifications.booking.equipment'), equipmentName],
      [translate(locale, 'notifications.booking.time'), when],
      [
        translate(locale, 'notifications.booking.place'),
        [centre.name, centre.address, city?.name].filter(Boolean).join(', '),
      ],
      [translate(locale, 'notifications.offer.until'), words.until],
    ],
    action: { label: translate(locale, 'notifications.offer.choose'), url: pageAddress(reader, `/offers/${offer.id}`) },
    links: [
      {
        label: translate(locale, 'notifications.offer.before'),
        url: pageAddress(reader, `/bookings/${offer.bookingId}`),
      },
    ],
    thread: `booking-${offer.bookingId}`,
    until: offer.expiresAt,
  };
}
