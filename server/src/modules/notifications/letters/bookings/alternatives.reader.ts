import type { Context } from '../../../../platform/context/context.ts';
import { load } from '../../../../platform/context/load.ts';
import { periodName } from '../../../../shared/text/wording.rules.ts';
import type { Alternative } from '../../../booking/alternatives/alternatives.rules.ts';
import { readBookingAlternatives } from '../../../booking/alternatives/booking-alternatives.reader.ts';
import type { BookingRow } from '../../../booking/bookings/booking.reader.ts';
import { placeOf } from '../../../booking/calendar/booking-calendar.reader.ts';
import { readEquipment } from '../../../equipment/items/equipment.reader.ts';
import { slotAddress } from '../addresses.ts';
import type { LetterLink } from '../letter.ts';

const most = 4;

/** What else the reader could book where others ended a booking of theirs, as its page says. */
export async function alternativesTo(reader: Context, booking: BookingRow): Promise<LetterLink[]> {
  const others = await readBookingAlternatives(reader, booking);
  return Promise.all(others.slice(0, most).map((each) => link(reader, each)));
}

async function link(reader: Context, slot: Alternative): Promise<LetterLink> {
  const { locale, now } = reader;
  const equipment = await load(reader, readEquipment, slot.equipmentId);
  const { equipmentName, centre } = await placeOf(reader, { ...slot, centreId: equipment?.centreId ?? '' });
  const when = periodName(slot.start, slot.end, centre.zone, locale, now.getTime());
  return { label: `${when} · ${equipmentName} · ${centre.name}`, url: slotAddress(reader, slot) };
}
