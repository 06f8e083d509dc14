import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { notFound } from '../../../shared/errors.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { readCities } from '../../directory/cities/city.reader.ts';
import { readEquipment } from '../../equipment/items/equipment.reader.ts';
import { readUnits, readUnitsOf } from '../../equipment/units/unit.reader.ts';
import type { BookingRow } from '../bookings/booking.reader.ts';
import { fallenStates, isIn, requestedState } from '../bookings/booking-lifecycle.rules.ts';
import { type CalendarEvent, calendarFile } from './calendar-file.ts';

/** A calendar file with a booking in the reader's language. */
export async function bookingCalendar(
  ctx: Context,
  booking: BookingRow,
  { page, invites }: Pick<CalendarEvent, 'page' | 'invites'>,
): Promise<string> {
  const { equipmentName, centre, city } = await placeOf(ctx, booking);
  const { id, version, startsAt, endsAt, purpose, state } = booking;
  const say = (key: Parameters<typeof translate>[1], parameters: Record<string, string>) =>
    translate(ctx.locale, key, parameters);
  return calendarFile(
    {
      ...{ id, version, startsAt, endsAt, page, invites },
      title: say('booking.calendar.title', { name: equipmentName, centre: centre.name }),
      places: [centre.name, centre.address, city?.name],
      lines: [
        purpose && say('booking.calendar.purpose', { purpose }),
        say('booking.calendar.manage', { address: page.href }),
      ],
      cancelled: isIn(fallenStates, state),
      tentative: state === requestedState,
    },
    ctx.now,
  );
}

/** What a booked unit is called, and where it stands. */
export async function placeOf(
  ctx: Context,
  { equipmentId, unitId, centreId }: Pick<BookingRow, 'equipmentId' | 'unitId' | 'centreId'>,
) {
  const [equipment, unit, units, centre] = await Promise.all([
    load(ctx, readEquipment, equipmentId),
    load(ctx, readUnits, unitId),
    load(ctx, readUnitsOf, equipmentId),
    load(ctx, readCentres, centreId),
  ]);
  if (!equipment || !unit || !centre) throw notFound();
  const city = await load(ctx, readCities, centre.cityId);
  // A unit that has only a number is called by its number.
  const unitName = /^\d+$/.test(unit.name)
    ? translate(ctx.locale, 'booking.calendar.unit', { number: unit.name })
    : unit.name;
  const equipmentName = (units?.length ?? 0) > 1 ? `${equipment.name}, ${unitName}` : equipment.name;
  return { equipmentName, centre, city };
}
