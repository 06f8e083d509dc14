import { OneBooking } from '#lib/features/booking/booking.documents.ts';
import { unitName } from '#lib/features/booking/labels.ts';
import { createI18n } from '#lib/i18n/i18n.ts';
import { loadMessages } from '#lib/i18n/load.ts';
import { href } from '#lib/i18n/locale.ts';
import { calendarFile } from '#lib/time/calendar-file.rules.ts';

export const GET = async ({ locals, params, url }) => {
  const { booking } = await locals.graphql.query(OneBooking, { id: params.id });
  const i18n = createI18n(locals.locale, await loadMessages(locals.locale, 'booking', 'equipment'), locals.zone);
  const { equipment, unit } = booking;
  const { centre } = equipment;
  const address = url.origin + href(locals.locale, `/bookings/${booking.id}`);
  const name = equipment.unitCount > 1 ? `${equipment.name}, ${unitName(i18n, unit)}` : equipment.name;
  const file = calendarFile({
    uid: `${booking.id}@${url.hostname}`,
    sequence: booking.version,
    start: new Date(booking.startsAt),
    end: new Date(booking.endsAt),
    stamp: new Date(),
    summary: i18n.t('booking.ics.summary', { name, centre: centre.name }),
    location: [centre.name, centre.address, centre.city.name].filter(Boolean).join(', '),
    description: [
      booking.purpose && i18n.t('booking.ics.purpose', { purpose: booking.purpose }),
      i18n.t('booking.ics.manage', { address }),
    ]
      .filter(Boolean)
      .join('\n'),
    url: address,
    cancelled: booking.state === 'CANCELLED',
  });
  return new Response(file, {
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': `attachment; filename="talka-${booking.startsAt.slice(0, 10)}.ics"`,
      'cache-control': 'private, no-store',
    },
  });
};
