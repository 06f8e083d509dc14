import { Arg, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../../platform/context/context.ts';
import { load } from '../../../platform/context/load.ts';
import { translate } from '../../../platform/i18n/translate.ts';
import { notFound } from '../../../shared/errors.ts';
import { readCentres } from '../../directory/centres/centre.reader.ts';
import { readCities } from '../../directory/cities/city.reader.ts';
import { readEquipment } from '../../equipment/items/equipment.reader.ts';
import { readUnits, readUnitsOf } from '../../equipment/units/unit.reader.ts';
import { BookingObject } from '../bookings/booking.type.ts';
import { calendarFile, pageOf } from './calendar-file.ts';

@Resolver(() => BookingObject)
export class BookingCalendarResolver {
  @FieldResolver(() => String, {
    description: 'A calendar file (text/calendar) with it; one taken again after a change updates the first.',
  })
  async calendar(
    @Ctx() ctx: Context,
    @Root() booking: BookingObject,
    @Arg('page', () => String, { description: 'Address of the page where it is changed or cancelled.' }) page: string,
  ): Promise<string> {
    const address = pageOf(page);
    const { equipmentName, centre, city } = await placeOf(ctx, booking);
    const { id, version, startsAt, endsAt, purpose } = booking;
    const say = (key: Parameters<typeof translate>[1], parameters: Record<string, string>) =>
      translate(ctx.locale, key, parameters);
    return calendarFile(
      {
        ...{ id, version, startsAt, endsAt },
        title: say('booking.calendar.title', { name: equipmentName, centre: centre.name }),
        places: [centre.name, centre.address, city?.name],
        lines: [
          purpose && say('booking.calendar.purpose', { purpose }),
          say('booking.calendar.manage', { address: address.href }),
        ],
        page: address,
        cancelled: booking.state === 'cancelled',
      },
      ctx.now,
    );
  }
}

async function placeOf(ctx: Context, { equipmentId, unitId, centreId }: BookingObject) {
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
